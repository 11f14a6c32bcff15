"""Sharing something about a child: what, with whom, on what ground, and who is told."""
