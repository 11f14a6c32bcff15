"""What the family says is wrong and what the unit answers; what stood there before a correction."""
