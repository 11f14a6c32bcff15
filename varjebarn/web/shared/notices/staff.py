"""Notices on the pages for staff."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "sett": _("Bra, det är markerat som sett."),
    "kollega": _("Din kollega är med och kan öppna barnets sida."),
    "inte-med": _("Avslutat. Personen kan inte längre öppna barnets sida."),
    "barn-tillagt": _("Barnet är tillagt. Lägg nu till vårdnadshavare och ta med kollegor."),
    "vardnadshavare": _("Personen är tillagd."),
    "vardnad-avslutad": _("Avslutat. Personen kan inte längre öppna det ni har skickat."),
    "plan-avslutad": _("Planen är avslutad."),
    "uppmarksammat": _("Det du har sett är sparat. Lämna det nu till den som ska ta det vidare."),
    "lamnat": _("Lämnat. Du får veta vad det blev av det."),
    "fragat-verksamhet": _("Frågan är skickad till familjen. Svaret visas här."),
    "signal-skickad": _("Skickat till den andra verksamheten."),
    "bedomt": _("Bedömningen är sparad. Den som uppmärksammade har fått ditt svar."),
    "avslutat": _("Avslutat. Den som uppmärksammade har fått ditt svar."),
    "samtycke-fragat": _("Frågan om samtycke är skickad till familjen."),
    "svar-infort": _("Svaret är infört."),
    "barnet-fragat": _("Frågorna är skickade till barnet."),
    "vardnadshavaren-fragad": _("Frågan är skickad till vårdnadshavaren."),
    "ord-tagna": _("Orden finns nu bland barnets ord, precis som de skrevs."),
    "ord-antecknade": _("Det är antecknat."),
    "aterkopplat": _("Sparat. Det syns vad orden ledde till."),
    "plan-borjad": _("Planen är påbörjad. Ingen utanför er verksamhet ser den än."),
    "plan-andrad": _("Planen är ändrad. Andra ser ändringen när du skickar en ny version."),
    "plan-skickad": _("Planen är skickad."),
    "inbjudan-skickad": _("Inbjudan är skickad."),
    "mottagen": _("Mottagen. Avsändaren ser att ni har tagit emot."),
    "avbojd": _("Avböjd. Avsändaren ser det och ert skäl."),
    "bidrag-skickat": _("Ditt bidrag är skickat."),
}
