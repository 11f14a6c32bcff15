"""Report-backs and analyses of the current state: asked, answered, compiled, and found over time."""
