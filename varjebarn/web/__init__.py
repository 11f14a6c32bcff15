"""What people meet: one folder per audience; no tables, no rules."""
