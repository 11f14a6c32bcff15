"""Makes the invented world of the demo and the tests: through the commands, as somebody, always."""
