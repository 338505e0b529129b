"""Small files as users have them, with their right values; one module for each kind of trap."""
