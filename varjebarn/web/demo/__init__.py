"""The demo: the cast, the guided story, starting over. Not there outside demo mode."""
