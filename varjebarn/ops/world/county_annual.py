"""What Petra has noted for the annual report so far: only what no other table of the county holds."""

from datetime import date

from varjebarn.ops.world.county import LAST
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.steering import commands as c
from varjebarn.steering.annual import PRESIDIUM, Heading

NOTES = {
    Heading.PLATFORM: "Jurister i kommunerna och regionen går igenom grunderna för att dela uppgifter.",
    PRESIDIUM: "Länets organisationer testar samma modell. Nästa år behövs tid för handledning.",
}


def tell_annual(people: People, on: date) -> None:
    """Write the year's notes; the rest of the report is the register's own."""
    year = ahead(on, LAST).year
    with people.acting("process-leader") as petra:
        for section, text in NOTES.items():
            c.write_annual_note(petra, year=year, section=section, text=text, today=on)
