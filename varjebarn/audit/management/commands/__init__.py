"""One command a file; each reaches the database with its own role's address."""
