"""`minutes read FILE …`: what old minutes say, to look at or as JSON. Needs no database."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from varjebarn.interop.minutes import Reading, read_text
from varjebarn.interop.minutes.as_json import as_json
from varjebarn.interop.minutes.files import text_of
from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

WHY = {
    Why.EMPTY: "filen är tom",
    Why.TOO_BIG: "filen är för stor (högst 20 MB)",
    Why.UNKNOWN: "det är inte en fil som går att läsa: använd txt, md, docx, odt eller pdf",
    Why.BROKEN: "filen är trasig: öppna den i Word eller LibreOffice och spara den på nytt",
    Why.LOCKED: "filen är låst med lösenord: spara en kopia utan lösenord",
    Why.OLD_WORD: "filen är i Words gamla format: öppna den i Word och spara den som docx",
    Why.NO_TEXT: "filen har ingen text, kanske är den inskannad som bild: spara den med text",
}


class Command(BaseCommand):
    help = "Läser minnesanteckningar och protokoll: minutes read FIL [FIL …] [--json]"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        reading = actions.add_parser("read", help="visar vad anteckningar säger")
        reading.add_argument("files", nargs="+", type=Path, metavar="FIL")
        reading.add_argument(
            "--json", action="store_true", help="som JSON, ett objekt eller en lista"
        )

    def handle(self, *, files: list[Path], **options: Any) -> None:
        read: list[dict[str, Any]] = []
        faults: list[str] = []
        for number, path in enumerate(files, start=1):
            if len(files) > 1:
                self.stderr.write(f"{number} av {len(files)}: {path.name}")
            try:
                reading = read_text(text_of(path.name, path.read_bytes()))
            except UnreadableFileError as fault:
                faults.append(f"{path.name}: {WHY[fault.why]}.")
                continue
            except OSError:
                faults.append(f"{path.name}: filen finns inte eller går inte att öppna.")
                continue
            read.append(as_json(reading))
            if not options["json"]:
                self.stdout.write("\n".join(_shown(path.name, reading)))
        if options["json"] and read:
            self.stdout.write(
                json.dumps(read[0] if len(files) == 1 else read, ensure_ascii=False, indent=1)
            )
        if faults:
            raise CommandError("\n".join(faults))


def _shown(name: str, reading: Reading) -> list[str]:
    """Show a reading in words."""
    known = as_json(reading)
    return [
        f"# {name}",
        f"{reading.body or 'Okänd grupp'}, {reading.on or 'okänt datum'} kl. {reading.start or '?'}–{reading.end or '?'}",
        (
            f"Plats: {reading.place or 'sägs inte'}. Ordförande: {reading.chair or 'sägs inte'}. "
            f"Anteckningar: {reading.secretary or 'sägs inte'}."
        ),
        f"Närvarande ({len(reading.present)}): {', '.join(person.name for person in reading.present)}",
        f"Frånvarande ({len(reading.absent)}): {', '.join(person.name for person in reading.absent)}",
        *(
            f"{item['number'] or '–'}. {item['heading']}"
            + (" [skjuts upp]" if item["postponed"] else "")
            + "".join(f"\n   Beslut: {text}" for text in item["decisions"])
            for item in known["items"]
        ),
        f"Nästa möten: {', '.join(known['future_meetings']) or 'sägs inte'}",
        *(
            f"Att se över, rad {', '.join(map(str, one['lines']))}: {_FOUND.get(one['kind'], one['kind'])}: "
            f"{one['name']}{', ' + one['other'] if 'other' in one else ''}"
            for one in known["findings"]
        ),
        "",
    ]


_FOUND = {
    "listed_twice": "står två gånger",
    "present_and_absent": "både närvarande och frånvarande",
    "name_differs": "namnet skrivs på två sätt",
    "substituted_and_present": "har en ersättare men är själv närvarande",
    "weekday_differs": "veckodagen är inte datumets",
    "date_differs": "rubriken säger en annan dag",
    "ends_before_start": "mötet slutar innan det börjar",
    "next_before": "nästa möte ligger inte efter mötet",
}
