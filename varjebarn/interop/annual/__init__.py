"""The annual report as a document: composed from the register, kept as it was published."""
