"""Meetings as calendars have them (RFC 5545), and invitations to them (RFC 5546)."""

from varjebarn.interop.icalendar.write import (
    Method,
    Recipient,
    feed,
    invitation,
    page_of,
    place_words,
)

__all__ = ["Method", "Recipient", "feed", "invitation", "page_of", "place_words"]
