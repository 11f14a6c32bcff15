"""Short letters: a text to the reader, or what was shared and why."""
