"""What drives the engines: `compare.py` and `floor.py` are its command lines."""
