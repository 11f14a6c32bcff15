"""The child's and the guardians' own words."""
