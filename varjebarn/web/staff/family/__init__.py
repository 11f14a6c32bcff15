"""A new child in the unit, and the guardians and parents around a child."""
