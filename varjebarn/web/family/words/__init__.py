"""Questions to a child or guardian, one a page."""
