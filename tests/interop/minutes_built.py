"""Made-up minutes as Word, LibreOffice and PDF hold them; their answers stand in minutes_built/."""

from collections.abc import Callable

import docx

from tests.interop.file_building import (
    docx_bytes,
    h,
    odt_bytes,
    p,
    pdf_bytes,
    points,
    rows,
    table,
    text_box,
    tracked,
)


def word_with_tables() -> bytes:
    """A docx whose head, attendance and matters are tables, with its numbers drawn by Word."""
    document = docx.Document()
    document.add_paragraph("Minnesanteckningar").runs[0].bold = True
    document.add_paragraph("Ledningsgruppen för samverkan kring barn och unga i Hälsingland")
    table(
        document,
        [("Datum", "2023-10-19"), ("Tid", "13.00–15.00"), ("Plats", "Bollnäs stadshus, Orbaden")],
    )
    document.add_paragraph("")
    table(
        document,
        [
            ("Deltagare", "Verksamhet", "Närv.", "Ersättare"),
            ("Monica Arbrå", "Bollnäs kommun, ordf.", "X", ""),
            ("Lars-Gunnar Edsbyn", "Ovanåkers kommun", "", "Petra Voxna"),
            ("Nasrin Tehrani", "Region Gävleborg", "X", ""),
            ("Olof Delsbo", "Hudiksvalls kommun", "", ""),
            ("Elna Järvsö", "Ljusdals kommun, sekr.", "X", ""),
        ],
    )
    document.add_paragraph("")
    for heading, *texts in (
        ("Inledning", "Monica hälsade alla välkomna."),
        ("Familjerådgivning", "Nasrin redovisade köerna.", "Beslut: En gemensam kölista prövas."),
        ("Avtal om tolkar", "Olof är inte här. Punkten skjuts upp."),
        ("Nästa möte", "23 november 2023 kl 13.00 i Ljusdal."),
    ):
        document.add_paragraph(heading, style="List Number")
        for text in texts:
            document.add_paragraph(text)
    return docx_bytes(document)


def word_with_boxes_and_changes() -> bytes:
    """A docx with its day in a text box, its body's name in the page head, and changes not yet accepted."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Samverkansgruppen Barn i Bohuslän"
    document.sections[0].footer.paragraphs[0].text = "Sida 1 (1)"
    text_box(
        document.add_paragraph("Mötesanteckningar"),
        "Tisdag 12 mars 2024",
        "Kl. 8.15–9.45",
        "Plats: Teams",
    )
    document.add_heading("Närvarande", level=2)
    for name in ("Gunvor Lysekil, Lysekils kommun, sammankallande", "Ivar Sotenäs, Sotenäs kommun"):
        document.add_paragraph(name, style="List Bullet")
    person = document.add_paragraph("Marit Strand, ", style="List Bullet")
    tracked(person, kept="Munkedals kommun (ersätter Tore Fjell)", dropped="Tanums kommun")
    document.add_heading("Frånvarande", level=2)
    document.add_paragraph("Tore Fjell, Munkedals kommun", style="List Bullet")
    document.add_heading("Familjeveckan", level=2)
    said = document.add_paragraph("Gruppen beslutade att familjeveckan ")
    tracked(said, kept="flyttar till Munkedal", dropped="ställs in")
    said.add_run(".")
    document.add_heading("Ansökan om medel", level=2)
    document.add_paragraph("Underlaget är inte klart, ärendet bordläggs.")
    document.add_heading("Kommande möten", level=2)
    document.add_paragraph("16 april och 21 maj 2024, kl. 8.15")
    document.add_paragraph("Antecknat av Ivar Sotenäs")
    return docx_bytes(document)


def word_with_decisions_in_a_table() -> bytes:
    """A docx whose matters are rows: number, matter, notes, decision, who."""
    document = docx.Document()
    document.add_heading("Protokoll styrgrupp Trygg i Trollhättan", level=0)
    for label, value in (
        ("Mötesdatum: ", "17/9-21"),
        ("Tid: ", "9–11"),
        ("Lokal: ", "Stadshuset, Strömkarlen"),
        ("Ordförande: ", "Ewa-Lena Åsaka, socialförvaltningen"),
        ("Protokoll: ", "Jimmy Velanda, kansliet"),
        (
            "Närvarande: ",
            "Ewa-Lena Åsaka, Jimmy Velanda, Shirin Ahmadi (utbildningsförvaltningen), Kåre Sjuntorp (polisen)",
        ),
        ("Förhinder: ", "Linnea Upphärad (Eidar)"),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(value)
    table(
        document,
        [
            ("Nr", "Ärende", "Anteckning", "Beslut", "Ansvarig"),
            ("1", "Öppning", "Ewa-Lena öppnade mötet.", "", ""),
            (
                "2",
                "Trygghetsvandring",
                "Kåre berättade om vårens vandring.",
                "Ny vandring den 14 oktober.",
                "Kåre",
            ),
            ("3", "Fältgrupp på helger", "Kostnaden är oklar.", "Bordläggs till nästa möte.", ""),
            ("4", "Nästa möte", "15 oktober kl. 9.", "", ""),
        ],
    )
    return docx_bytes(document)


def odt_with_lists() -> bytes:
    """An odt with its attendance as lists under bold-like headings and a table of dates."""
    return odt_bytes(
        h("Anteckningar Barnrättsnätverket i Halland")
        + p("Onsdagen den 6 september 2023 kl. 14–16 på Kulturhuset Fyren, Kungsbacka")
        + h("Deltog", 2)
        + points(
            "Ann-Louise Frillesås (Kungsbacka kommun), mötesledare",
            "Bashir Omar (Region Halland)",
            "Torsten Ullared (Falkenbergs kommun)",
        )
        + h("Meddelat förhinder", 2)
        + points("Kerstin Simlångsdalen (Halmstads kommun)")
        + h("Barnbokslut", 2)
        + p("Bashir visade ett exempel. Nätverket enades om att alla prövar mallen.")
        + h("Ungas inflytande", 2)
        + points("Kungsbacka har ett ungdomsråd.", "Falkenberg prövar budgetdagar.")
        + h("Studieresa", 2)
        + p("Det hann vi inte med. Tas upp nästa gång.")
        + h("Nästa nätverksträff", 2)
        + p("Onsdag 8 november kl. 14 i Varberg.")
        + p("Vid tangentbordet: Bashir Omar")
    )


def odt_with_tables() -> bytes:
    """An odt whose head is one table and whose two lists stand side by side in another."""
    return odt_bytes(
        p("<text:span>PROTOKOLL</text:span><text:tab/>Nr 4")
        + rows(
            ("Organ", "Folkhälsorådet i Åmål"),
            ("Tid och plats", "2022-11-24, kl. 15.00–16.40, Kungsbergsskolans aula"),
            ("Ordförande", "Stina Fengersfors"),
            ("Sekreterare", "Pontus Tösse"),
        )
        + rows(
            ("Närvarande", "Frånvarande"),
            (
                "Stina Fengersfors, Åmåls kommun|Pontus Tösse, Åmåls kommun|Fatuma Hirsi, Västra Götalandsregionen",
                "Gerd Edsleskog, Svenska kyrkan|Roy Mo, Polisen",
            ),
        )
        + p("§ 21<text:tab/>Dagordning", "Godkänns.")
        + p(
            "§ 22<text:tab/>Nattvandrare",
            "Föräldrarna efterlyser västar.",
            "Folkhälsorådet beslutar att köpa 30 västar.",
        )
        + p("§ 23<text:tab/>Skolgårdar", "Inget nytt.")
        + p(
            "§ 24<text:tab/>Bidrag till föreningar",
            "Utgår från dagens möte och tas upp på nästa möte.",
        )
        + p("§ 25<text:tab/>Nästa möte", "Torsdag 26 januari 2023."),
        page=p("Åmåls kommun"),
    )


def pdf_in_columns() -> bytes:
    """A PDF of three small pages, each with head and foot, and attendance in two columns."""
    return pdf_bytes(
        """
#set page(width: 148mm, height: 120mm, margin: 18mm, header: [Region Jämtland Härjedalen #h(1fr) 2020-02-13],
  footer: context [Sida #counter(page).display() av 3])
#set text(size: 10pt, lang: "sv", hyphenate: true)
*Minnesanteckningar*

*Länsgruppen för elevhälsa*

*Tid:* 13 februari 2020, kl. 10.00–12.00 \\
*Plats:* Rådhuset, Östersund

*Närvarande* \\
Maj-Britt Ovikén, Region Jämtland Härjedalen, ordförande \\
Sixten Hede, Härjedalens kommun \\
Ebba Föllinge, Krokoms kommun (ersätter Rolf Ytterån) \\
Samuel Lit, Östersunds kommun, vid anteckningarna

*Frånvarande* \\
Rolf Ytterån, Krokoms kommun \\
Dagny Bräcke, Bräcke kommun

#pagebreak()
*1. Inledning* \\
Maj-Britt hälsade välkommen och gick igenom dagordningen.

*2. Skolsköterskornas arbetsmiljö* \\
Sixten redovisade en enkät som alla skolsköterskor i länet har svarat på under hösten. Många tycker att tiden inte räcker till för hälsobesöken.
Gruppen beslutar att enkäten upprepas nästa höst.

#pagebreak()
*3. Samverkan med BUP* \\
Punkten utgår och behandlas på nästa möte.

*4. Övriga frågor* \\
Inga övriga frågor.

*5. Nästa möte* \\
16 april 2020 kl. 10.00
"""
    )


def pdf_with_a_grid() -> bytes:
    """A PDF whose attendance is a ruled table with crosses, and whose matters are paragraphs."""
    return pdf_bytes(
        """
#set text(size: 11pt, lang: "sv")
= Mötesprotokoll Samverkansrådet Unga i Norrtälje
Sammanträdesdag: måndagen den 9 maj 2022 \\
Klockan: 15:00 - 16:30 \\
Plats: Roslagsskolan, personalrummet \\
Mötesordförande: Hillevi Rimbo \\
Mötessekreterare: Karl-Oskar Singö

== Beslutande
Hillevi Rimbo, Norrtälje kommun \\
Karl-Oskar Singö, Norrtälje kommun \\
Zainab Khalil, Region Stockholm \\
Matti Väddö, Polismyndigheten, tjänstgör för Rut Blidö

== Anmält frånvaro
Rut Blidö, Polismyndigheten

== § 9 Mötets öppnande
Hillevi Rimbo förklarade mötet öppnat.

== § 10 Ungdomsmottagning på nätet
Zainab Khalil informerade om tjänsten.

Beslut
- att lägga informationen till handlingarna
- att länka till tjänsten från kommunens webbplats

== § 11 Drogvanor
Rådet beslutade att bordlägga frågan.

== § 12 Mötets avslutande
Nästa möte hålls måndag 13 juni 2022. Ordföranden förklarade mötet avslutat.
"""
    )


def pdf_scanned_look() -> bytes:
    """A PDF of narrow lines as a typewriter's, with parted words and a number misread."""
    return pdf_bytes(
        """
#set page(width: 130mm)
#set text(size: 10pt, font: "DejaVu Sans Mono", lang: "sv")
```
FÖRENINGEN VÄNSKAP ÖVER GRÄNSERNA
Protokoll från styrelsemöte 2018-06-l1
kl. 18.00-l9.30 i Missionskyrkan, Kalix

Närvarande: Tyra Sangis (ordförande),
Rauno Morjärv, Hodan Elmi (sekreterare),
Evert Båtskärsnäs (kassör).
Frånvarande: Ingegerd Töre

§1. Mötet öppnades
Ordföranden hälsade välkommen.

§2. Läxhjälp
Läxhjälpen har 25 barn. Fler led-
are behövs.
Styrelsen beslöt att annonsera efter
ledare.

§3. Höstmarknad
Beslut sköts upp till nästa möte.

§4. Nästa möte
Måndagen den 20 augusti kl. 18.00.

Vid protokollet        Justeras
Hodan Elmi             Rauno Morjärv
```
"""
    )


BUILT: dict[str, Callable[[], bytes]] = {
    "word-with-tables.docx": word_with_tables,
    "word-with-boxes-and-changes.docx": word_with_boxes_and_changes,
    "word-with-decisions-in-a-table.docx": word_with_decisions_in_a_table,
    "odt-with-lists.odt": odt_with_lists,
    "odt-with-tables.odt": odt_with_tables,
    "pdf-in-columns.pdf": pdf_in_columns,
    "pdf-with-a-grid.pdf": pdf_with_a_grid,
    "pdf-scanned-look.pdf": pdf_scanned_look,
}
