"""Small networks of every naming scheme, for the fixtures; one module for each family of names."""
