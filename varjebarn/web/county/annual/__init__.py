"""The annual report: composed from the register, noted, published, and kept as published."""
