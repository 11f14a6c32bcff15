"""The words of a notice: the same for everybody. Neither child, authority nor subject (R15, R42)."""

from django.conf import settings

SUBJECT = "Du har ett nytt meddelande"
MAIL = """Hej!

Du har ett nytt meddelande. Läs det när det passar dig:
{address}

Du får det här brevet för att du själv har valt det. Där kan du också välja något annat.
Det går inte att svara på brevet.

You have a new message. Read it when it suits you, at the address above.
"""
SMS = "Du har ett nytt meddelande: {address}"


def mail_words() -> str:
    """Give a letter's words."""
    return MAIL.format(address=settings.NOTICE_ADDRESS)


def sms_words() -> str:
    """Give a text message's words."""
    return SMS.format(address=settings.NOTICE_ADDRESS)
