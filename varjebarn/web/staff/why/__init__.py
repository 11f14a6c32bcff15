"""Why the acting person can see a child's pages, link by link, with the provisions."""
