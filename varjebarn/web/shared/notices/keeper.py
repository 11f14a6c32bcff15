"""Notices of the pages about people and assignments."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "uppdrag-givet": _("Uppdraget är sparat."),
    "uppdrag-avslutat": _("Uppdraget är avslutat."),
}
