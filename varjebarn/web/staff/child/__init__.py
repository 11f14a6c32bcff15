"""A child's own page, as the acting unit knows the child."""
