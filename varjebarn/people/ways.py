"""The ways in which somebody in the family can hear that there is something new."""

from enum import StrEnum


class NoticeWay(StrEnum):
    """By a message without content, on paper, through the contact; or not at all."""

    NONE = "none"
    MAIL = "mail"
    SMS = "sms"
    PAPER = "paper"
    CONTACT = "contact"
