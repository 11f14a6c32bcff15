"""Contact routes: who to turn to for what."""
