"""What one turns to somebody for."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CONCERNS: Mapping[str, Promise] = {
    "child_health": _("Små barns hälsa och utveckling (BVC)"),
    "school": _("Förskola och skola"),
    "pupil_health": _("Elevhälsa"),
    "youth_follow_up": _("Unga som inte går i gymnasiet (KAA)"),
    "social": _("Oro för ett barn, stöd från socialtjänsten"),
    "psychiatry": _("Psykisk ohälsa (BUP)"),
    "habilitation": _("Funktionsnedsättning (habilitering)"),
    "police": _("Brott och trygghet (polisen)"),
    "association": _("Föreningar och fritid"),
    "coordination": _("Länets samarbete om barn"),
    "other": _("Annat"),
}
