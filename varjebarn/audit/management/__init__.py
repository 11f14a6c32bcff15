"""The log's commands: one seals, one verifies."""
