"""The entry, and the one body in OParl's sense: the county's work for children."""

from typing import Any

from django.urls import reverse

from varjebarn.interop.oparl.places import Places

SCHEMA = "https://schema.oparl.org/1.1/"
NAME = "Länets arbete för barn och unga"
SHORT = "Länets arbete"
PRODUCT = "Varje barn"


def the_system(places: Places) -> dict[str, Any]:
    """Say what is here and where it begins."""
    return {
        "id": places.system(),
        "type": f"{SCHEMA}System",
        "oparlVersion": SCHEMA,
        "body": places.bodies(),
        "name": NAME,
        "website": places.site + reverse("county:overview"),
        "vendor": places.site + "/",
        "product": PRODUCT,
    }


def the_body(places: Places) -> dict[str, Any]:
    """Say where the lists are."""
    return {
        "id": places.body(),
        "type": f"{SCHEMA}Body",
        "system": places.system(),
        "shortName": SHORT,
        "name": NAME,
        "website": places.site + reverse("county:overview"),
        "organization": places.all("organization"),
        "person": places.all("person"),
        "membership": places.all("membership"),
        "meeting": places.all("meeting"),
        "agendaItem": places.all("agendaitem"),
        "consultation": places.all("consultation"),
        "paper": places.all("paper"),
        "file": places.all("file"),
    }
