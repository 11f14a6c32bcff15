"""Copies that have arrived: taken in, read, answered."""
