"""The documents that are made from data, and what tests read out of the others."""
