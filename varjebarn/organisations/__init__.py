"""Organisations, secrecy units, workplaces, the people who log in, and what they act under."""
