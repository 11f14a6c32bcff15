"""What is picked, how far it has come and what it came to, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.audit.values import Entry, Outcome, Picked, State
from varjebarn.web.shared.fields import Text

PICKED: dict[Picked, Promise] = {
    Picked.SAMPLE: _("Stickprov"),
    Picked.SURNAME: _("Samma efternamn som barnet"),
    Picked.OWN_CHILD: _("Förälder till barnet"),
    Picked.MANY: _("Många barn på kort tid"),
    Picked.PROTECTED: _("Skyddade personuppgifter"),
    Picked.BREAK_GLASS: _("Nödöppning"),
    Picked.QUESTION: _("Familjen har frågat"),
}

STATES: dict[State, Promise] = {
    State.OPEN: _("Väntar på dig"),
    State.ASKED: _("Väntar på förklaring"),
    State.EXPLAINED: _("Förklaring har kommit"),
    State.LOOKING: _("Utreds"),
    State.DONE: _("Avslutad"),
}
STATE_KINDS: dict[State, str] = {
    State.OPEN: "waiting",
    State.ASKED: "waiting",
    State.EXPLAINED: "going",
    State.LOOKING: "going",
    State.DONE: "done",
}

OUTCOMES: dict[Outcome, Promise] = {
    Outcome.EXPECTED: _("Som väntat"),
    Outcome.EXPLAINED: _("Förklarat"),
    Outcome.LOOK_INTO: _("Behöver utredas"),
    Outcome.REPORTED: _("Anmält"),
}
OUTCOME_HINTS: dict[Outcome, Text] = {
    Outcome.EXPECTED: _("Läsningen hör till arbetet med barnet."),
    Outcome.EXPLAINED: _("Den som läste har förklarat, och det stämmer."),
    Outcome.LOOK_INTO: _("Du behöver veta mer. Granskningen står kvar."),
    Outcome.REPORTED: _("Läsningen var fel och är anmäld dit den ska."),
}

ENTRIES: dict[Entry, Promise] = {
    Entry.ASKED: _("bad om en förklaring"),
    Entry.EXPLAINED: _("förklarade"),
    Entry.CONCLUDED: _("kom fram till"),
}
