"""Bodies over time, who sits where, and mandates."""
