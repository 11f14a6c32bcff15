"""What the child and the guardians think, in their own words, and what came of it."""
