"""What the search in the county's work reads: one statement for each kind of thing that can be found.

A statement says itself who sees a draft, by the values of `Reach`; the row policies say the same. A new
table is one more `Source`, and a column of lexemes in a migration (`keeps_lexemes`).
"""

from dataclasses import dataclass

from varjebarn.steering.models import ArticleKind

DAY = "AT TIME ZONE 'Europe/Stockholm')::date"
SEEN = "(%(everything)s::boolean OR {} = ANY (%(bodies)s::bigint[]))"
"""Who sees a body's drafts: the county's own, and who has a seat in the body today."""
STRATEGIC = (
    "EXISTS (SELECT FROM steering_body s WHERE s.level = 'strategic' "
    "AND s.id = ANY (%(bodies)s::bigint[]))"
)
NEWER = "EXISTS (SELECT FROM steering_documentversion n WHERE n.document_id = d.document_id AND n.number > d.number{})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One kind of thing to find, and the statement that reads it; several may read the same kind.

    The statement gives ref (what the page's address is made from), day, place, title, text, whether it
    is a draft, lexemes. Constant words of this module; it has these values: `everything`, `bodies`, `drafts`, `person` (0: nobody who
    works), `today` and `glossary`.
    """

    kind: str
    statement: str


def _article(kind: ArticleKind) -> str:
    return (
        f"SELECT d.public_id::text, (d.published_at {DAY}, coalesce(o.name, ''), d.title, d.text, "  # noqa: S608 - constant words
        "false, d.lexemes FROM steering_article d "
        "LEFT JOIN organisations_organisation o ON o.id = d.organisation_id "
        f"WHERE d.kind = '{kind}' AND d.taken_back_on IS NULL"
    )


REGISTER = (
    Source(
        kind="decision",
        statement="SELECT d.public_id::text, m.date, b.name, d.wording, "
        "concat_ws(' · ', nullif(d.responsible, ''), nullif(d.follow_up_note, '')), false, d.lexemes "
        "FROM steering_decisionrecord d JOIN steering_agendaitem i ON i.id = d.item_id "
        "JOIN steering_meeting m ON m.id = i.meeting_id JOIN steering_body b ON b.id = d.body_id",
    ),
    Source(
        kind="minutes",  # the text that holds, of each item; what an approval changed is not found
        statement="SELECT m.public_id::text, m.date, CASE WHEN i.id IS NULL THEN '' ELSE b.name END, "  # noqa: S608 - constant words
        "coalesce(i.title, b.name), d.text, s.state <> 'published', d.lexemes "
        "FROM steering_minutespassage d JOIN steering_minutesversion v ON v.id = d.version_id "
        "JOIN steering_minutes s ON s.id = v.minutes_id JOIN steering_meeting m ON m.id = s.meeting_id "
        "JOIN steering_body b ON b.id = m.body_id LEFT JOIN steering_agendaitem i ON i.id = d.item_id "
        f"WHERE (s.state = 'published' OR {SEEN.format('m.body_id')}) AND NOT EXISTS ("
        "SELECT FROM steering_minutesversion n WHERE n.minutes_id = s.id AND n.number > v.number)",
    ),
    Source(
        kind="item",
        statement="SELECT m.public_id::text, m.date, b.name, d.title, d.note, false, d.lexemes "
        "FROM steering_agendaitem d JOIN steering_meeting m ON m.id = d.meeting_id "
        "JOIN steering_body b ON b.id = m.body_id",
    ),
    Source(
        kind="proposal",
        statement=f"SELECT b.public_id::text, (d.at {DAY}, b.name, d.title, "  # noqa: S608 - constant words
        "concat_ws(' · ', nullif(d.background, ''), nullif(d.proposal, '')), true, d.lexemes "
        "FROM steering_itemproposal d JOIN steering_body b ON b.id = d.body_id "
        f"WHERE d.state = 'waiting' AND {SEEN.format('d.body_id')}",
    ),
    Source(
        kind="paper",
        statement="SELECT m.public_id::text, m.date, b.name, d.title, coalesce(i.title, ''), "  # noqa: S608 - constant words
        "d.published_on IS NULL, d.lexemes "
        "FROM steering_meetingpaper d JOIN steering_meeting m ON m.id = d.meeting_id "
        "JOIN steering_body b ON b.id = m.body_id LEFT JOIN steering_agendaitem i ON i.id = d.item_id "
        f"WHERE d.withdrawn_on IS NULL AND (d.published_on IS NOT NULL OR {SEEN.format('m.body_id')})",
    ),
    Source(
        kind="analysis",
        statement="SELECT i.public_id::text, m.date, b.name, i.title, concat_ws(' · ', "  # noqa: S608 - constant words
        "nullif(d.whom, ''), nullif(d.said, ''), nullif(d.asked_how, ''), nullif(d.gains, ''), "
        "nullif(d.costs, ''), nullif(d.weighing, ''), nullif(d.follow_up, '')), "
        "d.published_at IS NULL, d.lexemes "
        "FROM steering_impactanalysis d JOIN steering_agendaitem i ON i.id = d.item_id "
        "JOIN steering_meeting m ON m.id = i.meeting_id JOIN steering_body b ON b.id = m.body_id "
        f"WHERE d.published_at IS NOT NULL OR {SEEN.format('m.body_id')}",
    ),
    Source(
        kind="question",
        statement="SELECT d.public_id::text, m.date, b.name, d.question, '', false, d.lexemes "
        "FROM steering_reportback d JOIN steering_agendaitem i ON i.id = d.item_id "
        "JOIN steering_meeting m ON m.id = i.meeting_id JOIN steering_body b ON b.id = d.body_id",
    ),
    Source(
        kind="answer",
        statement=f"SELECT r.public_id::text, (d.at {DAY}, o.name, r.question, d.text, false, "  # noqa: S608 - constant words
        "d.lexemes FROM steering_reportbackanswer d "
        "JOIN steering_reportback r ON r.id = d.report_back_id "
        "JOIN organisations_organisation o ON o.id = d.organisation_id",
    ),
    Source(
        kind="answer",  # by the name of a file, open to all once the organisation has answered
        statement=f"SELECT r.public_id::text, (d.at {DAY}, o.name, r.question, d.title, false, "  # noqa: S608 - constant words
        "d.lexemes FROM steering_answerfile d JOIN steering_reportback r ON r.id = d.report_back_id "
        "JOIN organisations_organisation o ON o.id = d.organisation_id "
        "WHERE d.removed_at IS NULL AND EXISTS (SELECT FROM steering_reportbackanswer a "
        "WHERE a.report_back_id = d.report_back_id AND a.organisation_id = d.organisation_id)",
    ),
    Source(
        kind="agreement",
        statement="SELECT d.public_id::text, d.valid_from, '', d.title, '', false, d.lexemes "
        "FROM steering_agreement d",
    ),
    Source(
        kind="document",  # what holds, what is proposed, and the draft; its name and text as one
        statement="SELECT concat_ws(' ', t.public_id, d.number), "  # noqa: S608 - constant words
        f"coalesce(d.in_force_from, d.published_on, (d.written_at {DAY}), b.name, t.title, d.text, "
        "d.published_on IS NULL, t.lexemes || d.lexemes "
        "FROM steering_documentversion d JOIN steering_document t ON t.id = d.document_id "
        "JOIN steering_body b ON b.id = d.body_id WHERE CASE "
        f"WHEN d.published_on IS NULL THEN {SEEN.format('d.body_id')} AND NOT {NEWER.format('')} "
        f"WHEN d.in_force_from IS NULL THEN NOT {NEWER.format(' AND n.published_on IS NOT NULL')} "
        f"ELSE NOT {NEWER.format(' AND n.in_force_from <= %(today)s::date')} END",
    ),
    *(
        Source(
            kind="activity",
            statement=f"SELECT t.public_id::text, d.{day}, t.title, d.{title}, {text}, p.first IS NULL, "  # noqa: S608 - constant words
            f"d.lexemes FROM {table} d JOIN steering_document t ON t.id = d.document_id "
            "CROSS JOIN LATERAL (SELECT min(v.published_on) FROM steering_documentversion v "
            "WHERE v.document_id = t.id) AS p (first) "
            f"WHERE p.first IS NOT NULL OR {SEEN.format('t.body_id')}",
        )
        for table, day, title, text in (
            (
                "steering_activity",
                "ends",
                "title",
                "concat_ws(' · ', nullif(d.owner, ''), nullif(d.note, ''))",
            ),
            ("steering_message", "due", "message", "concat_ws(' · ', d.audience, d.owner)"),
        )
    ),
)

AROUND = (
    Source(
        kind="body",
        statement="SELECT d.public_id::text, NULL::date, '', d.name, d.purpose, false, d.lexemes "
        "FROM steering_body d",
    ),
    Source(
        kind="member",
        statement="SELECT b.public_id::text, d.valid_from, b.name, d.name, "
        "concat_ws(', ', nullif(d.title, ''), o.name), false, d.lexemes "
        "FROM steering_membership d JOIN steering_body b ON b.id = d.body_id "
        "JOIN organisations_organisation o ON o.id = d.organisation_id",
    ),
    Source(
        kind="mandate",
        statement="SELECT d.public_id::text, d.given_on, coalesce(b.name, d.holder_name), d.title, "
        "concat_ws(' · ', nullif(d.purpose, ''), nullif(d.limits, ''), nullif(d.outcome, '')), "
        "false, d.lexemes "
        "FROM steering_mandate d LEFT JOIN steering_body b ON b.id = d.given_to_id",
    ),
    Source(kind="news", statement=_article(ArticleKind.NEWS)),
    Source(kind="example", statement=_article(ArticleKind.EXAMPLE)),
    Source(
        kind="trial",
        statement="SELECT d.public_id::text, d.planned_start, o.name, d.where, '', false, d.lexemes "
        "FROM steering_trial d JOIN organisations_organisation o ON o.id = d.organisation_id",
    ),
    *(
        Source(
            kind="trial",
            statement=f'SELECT t.public_id::text, d."on", o.name, t.where, d.{text}, false, d.lexemes '  # noqa: S608 - constant words
            f"FROM {table} d JOIN steering_trial t ON t.id = d.trial_id "
            "JOIN organisations_organisation o ON o.id = t.organisation_id",
        )
        for table, text in (("steering_trialevent", "text"), ("steering_toolrating", "note"))
    ),
    Source(
        kind="training",
        statement="SELECT '', d.\"on\", d.place, d.title, d.audience, false, d.lexemes "
        "FROM steering_trainingsession d",
    ),
    Source(
        kind="consultation",
        statement="SELECT d.public_id::text, d.sent_on, '', d.title, d.text, false, d.lexemes "
        "FROM steering_consultation d",
    ),
    Source(
        kind="consultation",
        statement=f"SELECT c.public_id::text, (d.at {DAY}, b.name, c.title, d.text, false, d.lexemes "  # noqa: S608 - constant words
        "FROM steering_consultationanswer d JOIN steering_consultedbody a ON a.id = d.asked_id "
        "JOIN steering_consultation c ON c.id = a.consultation_id "
        "JOIN steering_body b ON b.id = a.body_id",
    ),
    Source(
        kind="route",
        statement="SELECT d.function, NULL::date, o.name, d.function, "
        "concat_ws(' · ', nullif(d.workplace, ''), nullif(d.about, '')), false, d.lexemes "
        "FROM steering_contactroute d JOIN organisations_organisation o ON o.id = d.organisation_id "
        "WHERE d.ended_on IS NULL AND (d.is_public OR %(person)s::bigint <> 0)",
    ),
    Source(
        kind="word",
        statement="SELECT d.key, NULL::date, '', d.name, d.text, false, "
        "to_tsvector('swedish', d.whole) "
        "|| to_tsvector('swedish', translate(lower(d.whole), 'åäöéèüæø', 'aaoeeuao')) "
        "FROM (SELECT w.*, concat_ws(' ', w.name, w.text, w.also) AS whole FROM jsonb_to_recordset("
        "%(glossary)s::jsonb) AS w (key text, name text, text text, also text)) AS d",
    ),
    Source(
        kind="obstacle",
        statement=f"SELECT '', (d.sent_at {DAY}, o.name, d.text, '', false, d.lexemes "  # noqa: S608 - constant words
        "FROM steering_obstacle d JOIN organisations_organisation o ON o.id = d.organisation_id "
        "WHERE CASE WHEN d.sent_by_id = %(person)s::bigint THEN d.body_id = ANY (%(bodies)s::bigint[]) "
        f"ELSE %(everything)s::boolean OR d.been_at && %(bodies)s::bigint[] OR {STRATEGIC} END",
    ),
    Source(
        kind="own_obstacle",
        statement=f"SELECT '', (d.sent_at {DAY}, b.name, d.text, '', false, d.lexemes "  # noqa: S608 - constant words
        "FROM steering_obstacle d JOIN steering_body b ON b.id = d.body_id "
        "WHERE d.sent_by_id = %(person)s::bigint",
    ),
    Source(
        kind="visit",
        statement="SELECT '', d.\"on\", '', d.whom, d.text, false, d.lexemes FROM steering_visit d",
    ),
    Source(
        kind="research",
        statement="SELECT '', d.published_on, d.authors, d.title, d.text, false, d.lexemes "
        "FROM steering_researchoutput d",
    ),
    Source(
        kind="annual_report",
        statement=f"SELECT d.year::text, (d.at {DAY}, '', d.year::text, d.text, false, d.lexemes "  # noqa: S608 - constant words
        "FROM steering_annualreport d",
    ),
    Source(
        kind="annual_note",
        statement=f"SELECT d.year::text, (d.at {DAY}, d.section, d.year::text, d.text, true, d.lexemes "  # noqa: S608 - constant words
        "FROM steering_annualnote d WHERE %(drafts)s::boolean",
    ),
)

SOURCES = REGISTER + AROUND
