"""Pages that need no login: the first screen, about, the accessibility statement."""
