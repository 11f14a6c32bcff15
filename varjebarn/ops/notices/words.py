"""The words of what is sent. A notice to a family: neither child, authority nor subject (R15, R42)."""

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

# The county's letters, which are about no child. The document's says where and when, not what.
DOCUMENT_SUBJECT = "Nu finns {title} att läsa"
DOCUMENT = """Hej!

Nu finns {title}. Beslut föreslås den {day}.
Läs det här:
{address}

Du får det här brevet för att du sitter i gruppen som ska besluta.
Det går inte att svara på brevet.

There is a new proposal to read at the address above.
"""
DELEGATED_SUBJECT = "En kollega ber dig att svara"
DELEGATED = """Hej!

En kollega i din organisation ber dig att svara på en fråga från länets arbete för barn och unga.
Läs frågan och svara här, när du har loggat in:
{address}

Det går inte att svara på brevet.

A colleague asks you to answer a question. Read it at the address above, when you have logged in.
"""
CONFIRM_SUBJECT = "Bekräfta att du vill ha nyhetsbrevet"
CONFIRM = """Hej!

Någon, troligen du, har bett om nyhetsbrevet från länets arbete för barn och unga.
Vill du ha det? Bekräfta här inom en vecka:
{address}

Vill du inte ha det behöver du inte göra något. Då kommer inga fler brev, och adressen tas bort.

Somebody, probably you, has asked for our newsletter. Confirm at the address above, or do nothing.
"""
NEWS = """{text}

Läs på webben: {address}

--
Du får nyhetsbrevet för att du har bett om det.
Sluta få det, och ta bort din adress, med ett klick: {leaving}
"""


def mail_words() -> str:
    """Give a letter's words."""
    return MAIL.format(address=settings.NOTICE_ADDRESS)


def sms_words() -> str:
    """Give a text message's words."""
    return SMS.format(address=settings.NOTICE_ADDRESS)
