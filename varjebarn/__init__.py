"""Varje barn: everybody around a child sees what they may see, and plans together."""
