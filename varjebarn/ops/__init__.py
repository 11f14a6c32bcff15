"""Setting up and running: the embedded PostgreSQL, roles, the demo, tests, checks."""
