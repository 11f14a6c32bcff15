"""The words of the county's register: kinds, outcomes, seats, days and ages."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from varjebarn.steering.values import MeetingLine

KINDS: Mapping[str, Promise] = {
    "information": gettext_lazy("Information"),
    "discussion": gettext_lazy("Samtal"),
    "decision": gettext_lazy("Beslutsärende"),
    "report_back": gettext_lazy("Återrapport"),
    "standing": gettext_lazy("Återkommande"),
}

# What became of an item, and how its tag looks.
OUTCOMES: Mapping[str, tuple[Promise, str]] = {
    "noted": (gettext_lazy("Klart"), "done"),
    "discussed": (gettext_lazy("Samtalet fört"), "done"),
    "decided": (gettext_lazy("Beslutat"), "done"),
    "not_approved": (gettext_lazy("Inte godkänt"), "waiting"),
    "sent_back": (gettext_lazy("Bereds på nytt"), "waiting"),
    "taken_home": (gettext_lazy("Tas hem till organisationerna"), "going"),
    "to_information": (gettext_lazy("Blev information"), "done"),
    "postponed": (gettext_lazy("Skjuts upp"), "late"),
}

# What no secretary chooses: a decision in other words than the proposal's, and what was withdrawn.
BECAME: Mapping[str, tuple[Promise, str]] = {
    **OUTCOMES,
    "decided_otherwise": (gettext_lazy("Beslutat i andra ord än förslaget"), "done"),
    "withdrawn": (gettext_lazy("Återtagen"), "late"),
}

RAISED_BY: Mapping[str, Promise] = {
    "member": gettext_lazy("En ledamot"),
    "body": gettext_lazy("En annan grupp"),
    "council": gettext_lazy("Barn och unga"),
    "compilation": gettext_lazy("En sammanställning"),
}

SEATS: Mapping[str, Promise] = {
    "chair": gettext_lazy("ordförande"),
    "vice_chair": gettext_lazy("vice ordförande"),
    "member": gettext_lazy("ledamot"),
    "adjunct": gettext_lazy("adjungerad"),
}

LEVELS: Mapping[str, Promise] = {
    "strategic": gettext_lazy("Strategisk nivå"),
    "tactical": gettext_lazy("Taktisk nivå"),
    "operative": gettext_lazy("Operativ nivå"),
}


def day_words(day: date) -> str:
    """Write a day with weekday and year: fredag 6 november 2026."""
    return formats.date_format(day, "l j F Y")


def short_day(day: date, *, today: date) -> str:
    """Write a day without the year when it is this year's."""
    return formats.date_format(day, "j F" if day.year == today.year else "j F Y")


def meeting_when(meeting: MeetingLine) -> str:
    """Say day and time: fredag 6 november 2026 kl. 8.30–10.00."""
    return _("%(day)s kl. %(starts)s–%(ends)s") % {
        "day": day_words(meeting.day),
        "starts": formats.time_format(meeting.starts, "G.i"),
        "ends": formats.time_format(meeting.ends, "G.i"),
    }


def meeting_where(meeting: MeetingLine) -> str:
    """Say where: in a room, on the screen, or both."""
    if meeting.is_digital and meeting.place:
        return _("%(place)s, eller digitalt") % {"place": meeting.place}
    return _("Digitalt") if meeting.is_digital else meeting.place


def waited(since: date, days: int, *, today: date) -> str:
    """Say how long a matter has waited: "Väntat i 18 dagar, sedan 6 november"."""
    words = ngettext(
        "Väntat i %(count)d dag, sedan %(day)s", "Väntat i %(count)d dagar, sedan %(day)s", days
    )
    return words % {"count": days, "day": short_day(since, today=today)}


def listed(names: Iterable[str]) -> str:
    """Name several in running text: "Alvesta, Lessebo och Växjö"."""
    all_names = tuple(names)
    if len(all_names) < 2:  # noqa: PLR2004 - one name needs no "and"
        return "".join(all_names)
    return _("%(first)s och %(last)s") % {
        "first": ", ".join(all_names[:-1]),
        "last": all_names[-1],
    }
