"""The county's handbook: one page for each role, task by task, with links to the very pages."""
