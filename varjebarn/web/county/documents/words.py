"""The words of documents, their versions and what belongs to them."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from varjebarn.steering.changes import Counted
from varjebarn.steering.document_values import Standing, VersionLine
from varjebarn.web.county.words import day_words, short_day

KINDS: Mapping[str, Promise] = {
    "process_plan": gettext_lazy("Processplan"),
    "action_plan": gettext_lazy("Handlingsplan"),
    "communication_plan": gettext_lazy("Kommunikationsplan"),
    "routine": gettext_lazy("Rutin"),
    "guideline": gettext_lazy("Riktlinje"),
    "template": gettext_lazy("Mall"),
}

# Where a version stands, and how its tag looks.
STANDINGS: Mapping[Standing, tuple[Promise, str]] = {
    Standing.DRAFT: (gettext_lazy("Utkast"), "waiting"),
    Standing.PROPOSED: (gettext_lazy("Förslag"), "going"),
    Standing.DECIDED: (gettext_lazy("Beslutad, gäller inte än"), "going"),
    Standing.NOT_APPROVED: (gettext_lazy("Blev inte beslutad"), "waiting"),
    Standing.COMING: (gettext_lazy("Börjar snart gälla"), "going"),
    Standing.IN_FORCE: (gettext_lazy("Gäller"), "done"),
    Standing.EARLIER: (gettext_lazy("Gällde tidigare"), "waiting"),
}

STATUSES: Mapping[str, tuple[Promise, str]] = {
    "planned": (gettext_lazy("Planerad"), "waiting"),
    "going": (gettext_lazy("Pågår"), "going"),
    "done": (gettext_lazy("Klar"), "done"),
    "stopped": (gettext_lazy("Avbruten"), "waiting"),
    "late": (gettext_lazy("Sen"), "late"),
}

# In which order the kinds stand in the list.
ORDER = tuple(KINDS)


def version_name(number: int) -> str:
    """Name a version: "version 3"."""
    return _("version %(number)d") % {"number": number}


def standing_facts(version: VersionLine, *, today: date) -> tuple[str, ...]:
    """Say in words since when, until when, and by what."""
    if version.standing == Standing.DRAFT:
        return (_("Sparad av %(name)s") % {"name": version.written_by},)
    facts = []
    if version.published_on is not None:
        facts.append(
            _("Publicerad %(day)s") % {"day": short_day(version.published_on, today=today)}
        )
    if version.in_force_from is not None:
        facts.append(
            _("Gäller från %(day)s") % {"day": short_day(version.in_force_from, today=today)}
        )
    elif version.standing == Standing.PROPOSED and version.decided_at is not None:
        facts.append(_("Beslut föreslås %(day)s") % {"day": day_words(version.decided_at)})
    return tuple(facts)


def changes_in_words(count: Counted) -> str:
    """Say what has happened to the paragraphs: "2 stycken är nya, 1 är borttaget …"."""
    if count.nothing:
        return _("Ingenting är ändrat.")
    said = [
        ngettext("%(count)d stycke är nytt", "%(count)d stycken är nya", count.added)
        % {"count": count.added},
        ngettext("%(count)d stycke är borttaget", "%(count)d stycken är borttagna", count.removed)
        % {"count": count.removed},
        ngettext("%(count)d stycke är ändrat", "%(count)d stycken är ändrade", count.changed)
        % {"count": count.changed},
    ]
    there = [
        words
        for words, number in zip(said, (count.added, count.removed, count.changed), strict=True)
        if number
    ]
    return ", ".join(there) + "."
