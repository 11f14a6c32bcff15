"""The contact routes of the demo, with numbers from the series that is kept for made-up use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.sharing import ahead
from varjebarn.steering import commands as c
from varjebarn.steering.models import Concern, ContactRoute

OLD = 500
"""How many days ago some contact routes were last looked at, so that they need it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One contact route of the demo; `days` is how long ago somebody looked at it."""

    organisation: str
    workplace: str
    function: str
    concern: Concern
    telephone: str
    hours: str
    fallback: str = ""
    about: str = ""
    is_public: bool = True
    days: int = 20


ROUTES = (
    Told(
        organisation="Region Kronoberg",
        workplace="BUP Växjö",
        function="BUP, mottagningen",
        concern=Concern.PSYCHIATRY,
        telephone="070-174 06 05",
        hours="Vardagar 8–16",
        fallback="Ring 1177 på kvällar och helger",
        about="För barn och unga som mår så dåligt att vardagen inte fungerar.",
    ),
    Told(
        organisation="Region Kronoberg",
        workplace="BVC Teleborg",
        function="BVC, rådgivningen",
        concern=Concern.CHILD_HEALTH,
        telephone="070-174 06 06",
        hours="Vardagar 8–12",
        fallback="Ring 1177",
    ),
    Told(
        organisation="Region Kronoberg",
        workplace="BVC Ljungby",
        function="BVC, rådgivningen",
        concern=Concern.CHILD_HEALTH,
        telephone="070-174 06 07",
        hours="Vardagar 8–12",
        fallback="Ring 1177",
        days=OLD,
    ),
    Told(
        organisation="Region Kronoberg",
        workplace="Habiliteringen Växjö",
        function="Habiliteringen, mottagningen",
        concern=Concern.HABILITATION,
        telephone="070-174 06 08",
        hours="Vardagar 8–16",
    ),
    Told(
        organisation="Växjö kommun",
        workplace="Socialtjänst barn och unga",
        function="Socialtjänstens mottagning",
        concern=Concern.SOCIAL,
        telephone="070-174 06 09",
        hours="Vardagar 8–16",
        fallback="Ring 112 och fråga efter socialjouren",
        about="Du behöver inte vara säker, och du behöver inte säga vad du heter.",
    ),
    Told(
        organisation="Växjö kommun",
        workplace="Björkskolan",
        function="Rektorns expedition",
        concern=Concern.SCHOOL,
        telephone="070-174 06 10",
        hours="Skoldagar 7.30–16",
    ),
    Told(
        organisation="Växjö kommun",
        workplace="",
        function="Kommunens aktivitetsansvar (KAA)",
        concern=Concern.YOUTH_FOLLOW_UP,
        telephone="070-174 06 11",
        hours="Vardagar 9–15",
        about="För dig mellan 16 och 20 år som inte går i gymnasiet.",
    ),
    Told(
        organisation="Alvesta kommun",
        workplace="Socialtjänst barn och unga",
        function="Socialtjänstens mottagning",
        concern=Concern.SOCIAL,
        telephone="070-174 06 12",
        hours="Vardagar 8–16",
        fallback="Ring 112 och fråga efter socialjouren",
        days=OLD,
    ),
    Told(
        organisation="Ljungby kommun",
        workplace="Socialtjänst barn och unga",
        function="Socialtjänstens mottagning",
        concern=Concern.SOCIAL,
        telephone="070-174 06 13",
        hours="Vardagar 8–16.30",
        fallback="Ring 112 och fråga efter socialjouren",
    ),
    Told(
        organisation="Polismyndigheten",
        workplace="Lokalpolisområde Växjö",
        function="Polisen",
        concern=Concern.POLICE,
        telephone="114 14",
        hours="Dygnet runt",
        fallback="Ring 112 om det är bråttom",
    ),
    Told(
        organisation="Polismyndigheten",
        workplace="Lokalpolisområde Växjö",
        function="Kontakt för skolor och socialtjänst",
        concern=Concern.POLICE,
        telephone="070-174 06 14",
        hours="Vardagar 8–16",
        about="För frågor om samverkan, inte för anmälningar.",
        is_public=False,
    ),
    Told(
        organisation="Föreningen Fritidsfabriken",
        workplace="Verkstaden",
        function="Öppen verksamhet",
        concern=Concern.ASSOCIATION,
        telephone="070-174 06 15",
        hours="Tisdag till torsdag 15–20",
    ),
    Told(
        organisation="Länets samverkan",
        workplace="Processkontoret",
        function="Processledningen",
        concern=Concern.COORDINATION,
        telephone="070-174 06 16",
        hours="Vardagar 9–16",
        is_public=False,
    ),
)


def write_routes(petra: Actor, ids: Mapping[str, UUID], on: date) -> list[ContactRoute]:
    """Write them all; some were last looked at so long ago that they need it again."""
    return [
        c.add_route(
            petra,
            organisation=ids[one.organisation],
            says=c.Route(
                workplace=one.workplace,
                function=one.function,
                concern=one.concern,
                about=one.about,
                telephone=one.telephone,
                hours=one.hours,
                fallback=one.fallback,
                is_public=one.is_public,
            ),
            today=ahead(on, -one.days),
        )
        for one in ROUTES
    ]
