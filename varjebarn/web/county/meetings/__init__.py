"""Meetings planned in a series, their agenda, and a meeting written down on one page."""
