"""Where each thing is found: in OParl an id is an address."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses under one site ("https://varjebarn.exempel.se")."""

    site: str

    def system(self) -> str:
        """Give the entry."""
        return self.site + reverse("county:oparl")

    def bodies(self) -> str:
        """Give the list of bodies in OParl's sense: there is one, the county's work."""
        return self.site + reverse("county:oparl_bodies")

    def body(self) -> str:
        """Give that one body."""
        return self.site + reverse("county:oparl_body")

    def all(self, kind: str) -> str:
        """Give the list of a kind, as meeting."""
        return self.site + reverse("county:oparl_list", args=[kind])

    def one(self, kind: str, which: UUID) -> str:
        """Give one thing of a kind."""
        return self.site + reverse("county:oparl_one", args=[kind, which])

    def page(self, name: str, which: UUID) -> str:
        """Give the page that people read."""
        return self.site + reverse(name, args=[which])
