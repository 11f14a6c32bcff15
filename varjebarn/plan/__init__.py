"""The child's plan: its working state in the lead's unit, its frozen versions, and what others contribute."""
