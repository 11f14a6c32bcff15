"""How one wants to hear that there is something new."""
