"""Asking for consent, and how each consent stands."""
