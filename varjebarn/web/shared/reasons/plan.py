"""Why something about a plan was refused, or why somebody gets no copy, in sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.plan.reasons import Reason

PLAN_SENTENCES: Mapping[Reason, Promise] = {
    Reason.ONE_OPEN_PLAN: _("Barnet har redan en plan. Fortsätt i den."),
    Reason.PLAN_IS_CLOSED: _("Planen är avslutad och ändras inte längre."),
    Reason.MODEL_UNKNOWN: _("Den praxismodellen finns inte här. Välj en annan."),
    Reason.DIMENSION_UNKNOWN: _("Den delen av hjulet finns inte i planens praxismodell."),
    Reason.WORDS_MISSING: _("Skriv några ord, fältet får inte vara tomt."),
    Reason.ONLY_LEAD_OR_MANAGER: _(
        "Det gör den som är samverkansansvarig för planen, eller verksamhetens chef."
    ),
    Reason.LEAD_NOT_OF_UNIT: _("Den som ska ansvara för planen behöver arbeta i verksamheten."),
    Reason.LEAD_IS_THE_SAME: _("Den personen är redan samverkansansvarig."),
    Reason.LEAD_CHANGE_WITHOUT_REASON: _("Skriv varför någon annan tar över planen."),
    Reason.FOLLOW_UP_HAS_PASSED: _("Dagen för uppföljning har varit. Välj en ny dag."),
}

VERSION_SENTENCES: Mapping[Reason, Promise] = {
    Reason.WHY_MISSING: _("Det står inte varför planen finns."),
    Reason.LEAD_MISSING: _("Planen saknar samverkansansvarig."),
    Reason.OVERALL_RESPONSIBLE_MISSING: _("Det står inte vem som har det övergripande ansvaret."),
    Reason.FOLLOW_UP_MISSING: _("Planen saknar dag för uppföljning."),
    Reason.CHILD_VIEW_MISSING: _(
        "Barnets egen syn saknas. Fråga barnet, eller skriv varför det inte har gått."
    ),
    Reason.NEED_WITHOUT_ACTION: _(
        "Ett behov leder inte till någon insats. Planera en, eller skriv varför inget görs."
    ),
    Reason.ACTION_WITHOUT_RESPONSIBLE: _("En insats saknar den som ansvarar för den."),
    Reason.ACTION_WITHOUT_DATE: _("En insats saknar dag då den ska vara klar."),
    Reason.SIP_WITHOUT_CONSENT: _("En SIP behöver samtycke innan den kan börja gälla."),
    Reason.SIP_WITHOUT_MUNICIPALITY: _("Kommunen deltar inte i planen, och det krävs i en SIP."),
    Reason.SIP_WITHOUT_REGION: _("Regionen deltar inte i planen, och det krävs i en SIP."),
    Reason.SIP_ACTIONS_MISSING: _("Punkt 1 saknas: vilka insatser som behövs."),
    Reason.SIP_RESPONSIBLE_MISSING: _(
        "Punkt 2 saknas: vilka insatser kommunen och regionen ansvarar för."
    ),
    Reason.SIP_OTHERS_MISSING: _(
        "Punkt 3 saknas: vad någon annan gör, eller att ingen annan gör något."
    ),
    Reason.SIP_OVERALL_MISSING: _(
        "Punkt 4 saknas: om kommunen eller regionen har det övergripande ansvaret."
    ),
}

SHARING_SENTENCES: Mapping[Reason, Promise] = {
    Reason.NO_FILED_COPY: _(
        "Verksamheten har ingen mottagen plan i barnets akt. Ta emot den i inkorgen först."
    ),
    Reason.SHARING_HAS_ENDED: _(
        "Samtycket gäller inte längre för er verksamhet, så det går inte att skicka något till planen."
    ),
    Reason.PART_NOT_COVERED: _("Samtycket omfattar inte den delen av planen."),
    Reason.NOT_YOUR_ACTION: _("En av insatserna hör till en annan verksamhet."),
    Reason.NOTHING_TO_SEND: _("Skriv något att skicka, eller ändra hur det går med en insats."),
    Reason.NOT_ASKED: _("Ingen har frågats om samtycke för den här verksamheten."),
    Reason.GETS_IT_OUTSIDE: _(
        "En förening får en enda del, genom en länk eller på papper. Du gör det från barnets sida."
    ),
    Reason.NO_SHARED_PART: _("Samtycket omfattar ingen del som finns i planen."),
    Reason.SENDER_NOT_COVERED: _("Samtycket gäller inte för er egen verksamhet."),
    Reason.NO_CUSTODY: _("Personen är inte vårdnadshavare."),
    Reason.GUARDIAN_REPLACED: _("En ställföreträdare bestämmer i vårdnadshavarens ställe."),
    Reason.GUARDIAN_VIEW_CLOSED: _(
        "Barnet är så gammalt att vårdnadshavaren inte längre får planen av sig självt."
    ),
    Reason.CHILD_HAS_NO_LOGIN: _(
        "Barnet har ingen egen inloggning. Läs planen tillsammans med barnet."
    ),
    Reason.NOBODY_TO_INVITE: _("Det finns ingen verksamhet som samtycket låter er bjuda in."),
    Reason.RECIPIENTS_CHANGED: _(
        "Vem som får vad har ändrats sedan du öppnade sidan. Inget har skickats. Läs listan igen."
    ),
}
