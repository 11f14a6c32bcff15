"""Composes minutes in many styles, with what a reader should find in them. All persons are invented."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

WEEK = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
FIRST = (
    "Ylva",
    "Ture",
    "Fatima",
    "Sixten",
    "Majken",
    "Reza",
    "Gun-Britt",
    "Elof",
    "Signe",
    "Hjalmar",
    "Tuva",
    "Ismail",
)
LAST = (
    "Nordin",
    "Backlund",
    "Haddad",
    "Roos",
    "Hedman",
    "Amini",
    "Ståhl",
    "Stenman",
    "Rask",
    "Öman",
    "Tjäder",
    "Ek",
)
PLACES = (
    "Växjö kommun",
    "Region Kronoberg",
    "Alvesta kommun",
    "Polisen",
    "Lessebo kommun",
    "Socialförvaltningen",
    "BUP",
)
HEADINGS = (
    "Inledning", "Lägesrapport", "Ekonomi", "Barnens röst", "Utbildning i höst", "Hemsidan",
    "Samverkansavtal", "Rekrytering av processledare", "Enkäten till familjer", "Övrigt",
)  # fmt: skip
ROOMS = ("Stadshuset, Växjö", "Kulturhuset", "Digitalt via Teams", "Sal Linden, Kronobergshälsan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person with an organisation, and whom she stands in for."""

    name: str
    organisation: str
    for_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What the minutes say, and how they say it."""

    on: date
    start: str
    end: str
    place: str
    present: tuple[Member, ...]
    absent: tuple[Member, ...]
    items: tuple[tuple[str, str], ...]  # heading, and decided, postponed or told
    future: tuple[date, ...]
    style: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The minutes as somebody wrote them."""
        return "\n".join([*_head(self), "", *_items(self), "", *_end(self)])


STYLES = {
    "label": ("plain", "bold", "tab"),
    "day": ("words", "iso", "slash", "weekday", "packed"),
    "clock": ("dash", "till", "dots"),
    "people": (
        "lines",
        "row",
        "brackets",
        "semicolons",
        "table",
        "dashes",
        "by organisation",
        "crosses",
    ),
    "number": (
        "1.",
        "1)",
        "1/",
        "§ 1",
        "§ 1/2024",
        "Punkt 1.",
        "## 1.",
        "**bold**",
        "## heading",
        "--- between ---",
    ),
    "decision": ("label", "heading", "sentence", "bold", "agreed", "arrow"),
    "next": ("sentence", "list"),
    "sign": ("Vid protokollet: ", "Anteckningar förda av ", "Sekreterare: "),
}


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    """Compose minutes that contradict nothing."""
    on = draw(st.dates(date(2016, 1, 10), date(2030, 6, 1)))
    names = draw(
        st.permutations([f"{first} {last}" for first, last in zip(FIRST, LAST, strict=True)])
    )
    count = draw(st.integers(2, 7))
    away = draw(st.integers(0, 3))
    absent = tuple(
        Member(name=name, organisation=draw(st.sampled_from(PLACES)))
        for name in names[count : count + away]
    )
    present = tuple(
        Member(
            name=name,
            organisation=draw(st.sampled_from(PLACES)),
            for_whom=absent[0].name if absent and at == 1 and draw(st.booleans()) else "",
        )
        for at, name in enumerate(names[:count])
    )
    headings = draw(st.permutations(HEADINGS))[: draw(st.integers(3, 7))]
    items = tuple(
        (heading, draw(st.sampled_from(("told", "decided", "postponed")))) for heading in headings
    )
    start = draw(st.integers(7, 16))
    return Minutes(
        on=on,
        start=f"{start:02}:{draw(st.sampled_from(('00', '15', '30')))}",
        end=f"{start + 2:02}:{draw(st.sampled_from(('00', '45')))}",
        place=draw(st.sampled_from(ROOMS)),
        present=present,
        absent=absent,
        items=items,
        future=tuple(on + timedelta(days=28 * (n + 1)) for n in range(draw(st.integers(0, 3)))),
        style={part: draw(st.sampled_from(ways)) for part, ways in STYLES.items()},
    )


def _day(day: date, way: str) -> str:
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return {
        "words": words,
        "iso": day.isoformat(),
        "slash": f"{day.day}/{day.month} {day.year}",
        "packed": f"{day:%Y%m%d}",
        "weekday": f"{WEEK[day.weekday()].capitalize()}en den {words}",
    }[way]


def _clock(minutes: Minutes) -> str:
    start, end = minutes.start, minutes.end
    return {
        "dash": f"kl. {start}-{end}",
        "till": f"klockan {start} till {end}",
        "dots": f"kl {start.replace(':', '.')} – {end.replace(':', '.')}",
    }[minutes.style["clock"]]


def _label(minutes: Minutes, name: str, value: str) -> str:
    return {"plain": f"{name}: {value}", "bold": f"**{name}:** {value}", "tab": f"{name}\t{value}"}[
        minutes.style["label"]
    ]


def _head(minutes: Minutes) -> list[str]:
    when = f"{_day(minutes.on, minutes.style['day'])}, {_clock(minutes)}"
    return [
        "Minnesanteckningar från styrgruppen",
        "",
        _label(minutes, "Tid", when),
        _label(minutes, "Plats", minutes.place),
        *_attendance(minutes),
        _label(minutes, "Ordförande", minutes.present[0].name),
    ]


def _attendance(minutes: Minutes) -> list[str]:
    if minutes.style["people"] == "crosses":
        return [
            "",
            "| Namn | Organisation | Närv. | Frånv. |",
            "|---|---|---|---|",
            *(f"| {_named(one)} | {one.organisation} | X | |" for one in minutes.present),
            *(f"| {_named(one)} | {one.organisation} | | X |" for one in minutes.absent),
            "",
        ]
    return [
        *_list(minutes, "Närvarande", minutes.present),
        *(_list(minutes, "Frånvarande", minutes.absent) if minutes.absent else []),
    ]


def _named(one: Member) -> str:
    return f"{one.name} (ersätter {one.for_whom})" if one.for_whom else one.name


def _list(minutes: Minutes, label: str, people: tuple[Member, ...]) -> list[str]:
    way = minutes.style["people"]
    if way in {"by organisation", "dashes"}:
        return _list_with_marks(minutes, label, people)
    stands_in = [f" (ersätter {person.for_whom})" if person.for_whom else "" for person in people]
    each = [
        f"{person.name}, {person.organisation}{tail}"
        for person, tail in zip(people, stands_in, strict=True)
    ]
    if way == "lines":
        return ["", f"{label}:", *each, ""]
    if way == "row":
        return [_label(minutes, label, " ".join(each))]
    if way == "semicolons":
        return [_label(minutes, label, "; ".join(each))]
    if way == "table":
        first, *rest = [
            f"{person.name}\t{person.organisation}{tail}"
            for person, tail in zip(people, stands_in, strict=True)
        ]
        return [f"{label}\t{first}", *(f"\t{row}" for row in rest)]
    each = [
        f"{person.name} ({person.organisation}){tail}"
        for person, tail in zip(people, stands_in, strict=True)
    ]
    return [_label(minutes, label, ", ".join(each))]


def _list_with_marks(minutes: Minutes, label: str, people: tuple[Member, ...]) -> list[str]:
    if minutes.style["people"] == "by organisation":
        rows = [f"{person.organisation}: {_named(person)}" for person in people]
        return ["", f"{label}:", *rows, ""]
    row = "; ".join(f"{_named(person)} – {person.organisation}" for person in people)
    return [_label(minutes, label, row)]


def _items(minutes: Minutes) -> list[str]:
    written: list[str] = []
    for at, (heading, outcome) in enumerate(minutes.items, start=1):
        number = minutes.style["number"]
        head = {
            "**bold**": f"**{heading}**",
            "## heading": f"## {heading}",
            "--- between ---": f"--- {heading} ---",
        }.get(number, f"{number.replace('1', str(at), 1)} {heading}")
        written += ["", head, "", *_outcome(minutes, outcome)]
    return written


def _outcome(minutes: Minutes, outcome: str) -> list[str]:
    if outcome == "told":
        return ["Gruppen fick höra hur det har gått sedan sist. Frågor ställdes och besvarades."]
    if outcome == "postponed":
        return ["Punkten skjuts upp till nästa möte."]
    text = "arbetet fortsätter som det har börjat."
    return {
        "label": ["Det finns ett underlag.", f"Beslut: Det bestäms att {text}"],
        "heading": ["Det finns ett underlag.", "", "Beslut", f"Att {text}"],
        "sentence": [f"Det finns ett underlag. Styrgruppen beslutar att {text}"],
        "bold": ["Det finns ett underlag.", "", f"**Styrgruppen beslutar:** att {text}"],
        "agreed": ["Det finns ett underlag.", f"Styrgruppen är överens om att {text}"],
        "arrow": ["Det finns ett underlag.", f"-> Beslut: {text}"],
    }[minutes.style["decision"]]


def _end(minutes: Minutes) -> list[str]:
    days = [_day(day, "words") for day in minutes.future]
    if not days:
        return [f"{minutes.style['sign']}{minutes.present[-1].name}"]
    if minutes.style["next"] == "sentence":
        told = [f"Nästa möte är den {' och den '.join(days)}."]
    else:
        told = ["Kommande möten:", *(f"- {day}" for day in days)]
    return [*told, "", f"{minutes.style['sign']}{minutes.present[-1].name}"]
