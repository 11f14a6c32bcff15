"""Sends what the family has chosen to hear: that there is something new, and nothing else."""
