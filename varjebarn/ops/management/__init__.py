"""Commands for `python3 run.py manage`."""
