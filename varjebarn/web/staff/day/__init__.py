"""Min dag: what waits, what is new, my children."""
