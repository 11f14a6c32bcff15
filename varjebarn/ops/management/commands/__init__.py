"""One command a file; each does one thing."""
