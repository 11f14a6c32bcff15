"""Contact routes: written, checked, ended."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import Concern, ContactRoute
from varjebarn.steering.queries.sitting import speaks_for
from varjebarn.steering.rules import own as rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What a contact route says. Functions, never private persons."""

    function: str
    concern: Concern
    workplace: str = ""
    about: str = ""
    telephone: str = ""
    mail: str = ""
    web: str = ""
    hours: str = ""
    fallback: str = ""
    is_public: bool = True

    @property
    def has_a_way(self) -> bool:
        """Whether it leads anywhere."""
        return any(way.strip() for way in (self.telephone, self.mail, self.web))


def add_route(actor: Actor, *, organisation: UUID, says: Route, today: date) -> ContactRoute:
    """Write a contact route of an organisation; it counts as checked today."""
    whose = Organisation.objects.get(public_id=organisation)
    require(
        rules.may_keep_route(
            actor.duties,
            sits_for_it=whose.pk in speaks_for(actor, today),
            function=says.function,
            has_a_way=says.has_a_way,
        )
    )
    route = ContactRoute.objects.create(organisation=whose, checked_on=today, **_stripped(says))
    record(actor, "steering.contact_route_added", object=route.public_id)
    return route


def change_route(actor: Actor, route: ContactRoute, *, says: Route, today: date) -> ContactRoute:
    """Let a contact route say something else; it counts as checked today."""
    _require_kept(actor, route, says.function, today, has_a_way=says.has_a_way)
    values = _stripped(says)
    for name, value in values.items():
        setattr(route, name, value)
    route.checked_on = today
    route.save(update_fields=[*values, "checked_on"])
    record(actor, "steering.contact_route_changed", object=route.public_id)
    return route


def check_route(actor: Actor, route: ContactRoute, *, today: date) -> ContactRoute:
    """Say that somebody has looked today, and that it is still so."""
    _require_kept(actor, route, route.function, today)
    route.checked_on = today
    route.save(update_fields=["checked_on"])
    record(actor, "steering.contact_route_checked", object=route.public_id)
    return route


def end_route(actor: Actor, route: ContactRoute, *, today: date) -> ContactRoute:
    """Take a contact route away from the pages."""
    _require_kept(actor, route, route.function, today)
    route.ended_on = today
    route.save(update_fields=["ended_on"])
    record(actor, "steering.contact_route_ended", object=route.public_id)
    return route


def _require_kept(
    actor: Actor, route: ContactRoute, function: str, today: date, *, has_a_way: bool = True
) -> None:
    require(
        rules.may_keep_route(
            actor.duties,
            sits_for_it=route.organisation_id in speaks_for(actor, today),
            function=function,
            has_a_way=has_a_way,
            is_ended=route.ended_on is not None,
        )
    )


def _stripped(says: Route) -> dict[str, str | bool]:
    return {
        name: value.strip() if isinstance(value, str) else value
        for name, value in asdict(says).items()
    }
