"""The child as one unit knows it, guardians, and the reasons anyone may open the file."""
