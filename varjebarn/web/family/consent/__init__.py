"""Requests for consent, and what one has said yes to."""
