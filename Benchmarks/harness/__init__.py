"""What drives the engines: `compare.py` is its command line."""
