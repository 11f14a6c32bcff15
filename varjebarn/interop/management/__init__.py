"""Commands of what comes from other papers and systems."""
