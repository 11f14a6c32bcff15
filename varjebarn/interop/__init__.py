"""What comes from, and goes to, other systems and other people's papers."""
