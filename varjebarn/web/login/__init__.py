"""Logging in: somebody is recognised, the database opens the login, a cookie carries its token."""
