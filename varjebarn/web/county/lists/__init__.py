"""Lists of the county's register, page by page."""
