"""Templates and their words: nothing inline, nothing unused, every sentence also in English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "varjebarn"
WEB = PACKAGE / "web"
TEMPLATES = sorted(WEB.glob("*/templates/**/*.html"))
TEXTS = sorted(WEB.glob("*/templates/**/*.txt"))

# Chosen by their names, by Django and allauth themselves.
NAMED_BY_FRAMEWORKS = re.compile(r"^(account/|allauth/|socialaccount/|403|404|500)")

TRANSLATE = re.compile(
    r"""\{%-?\s*(?:translate|trans)\s+(?P<quote>["'])(?P<text>.+?)(?P=quote)(?P<rest>.*?)%\}"""
)
BLOCK = re.compile(
    r"\{%\s*blocktrans(?:late)?\b(?P<head>.*?)%\}(?P<body>.*?)\{%\s*endblocktrans(?:late)?\s*%\}",
    re.DOTALL,
)
UNDERSCORE = re.compile(r"""_\((?P<quote>["'])(?P<text>.+?)(?P=quote)\)""")
GETTEXTS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}


def name_of(template: Path) -> str:
    return template.as_posix().split("/templates/", 1)[1]


def block_messages(head: str, body: str) -> Iterator[str]:
    """Give the msgids of a block: the one, and the plural where there is one."""
    for part in re.split(r"\{%\s*plural\s*%\}", body):
        words = re.sub(r"\{\{\s*(\w+)\s*\}\}", r"%(\1)s", part)
        if "trimmed" in head.split():
            words = " ".join(line.strip() for line in words.strip().splitlines())
        yield words


def template_messages(text: str) -> Iterator[str]:
    text = re.sub(r"\{%\s*comment.*?endcomment\s*%\}|\{#.*?#\}", "", text, flags=re.DOTALL)
    yield from (match["text"] for match in TRANSLATE.finditer(text))
    for match in BLOCK.finditer(text):
        yield from block_messages(match["head"], match["body"])
    tags = re.findall(r"\{[%{].*?[%}]\}", text, flags=re.DOTALL)
    for written in tags:
        yield from (match["text"] for match in UNDERSCORE.finditer(written))


def python_messages(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        if name not in GETTEXTS:
            continue
        wanted = 2 if name.startswith("n") else 1
        for argument in node.args[:wanted]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value


def messages() -> dict[str, str]:
    """Give every msgid of the web, with one place where it stands."""
    found: dict[str, str] = {}
    for path in [*TEMPLATES, *TEXTS]:
        for message in template_messages(path.read_text(encoding="utf-8")):
            found.setdefault(message, str(path.relative_to(ROOT)))
    for path in sorted(WEB.rglob("*.py")):
        for message in python_messages(path.read_text(encoding="utf-8")):
            found.setdefault(message, str(path.relative_to(ROOT)))
    return found


def catalogue(language: str) -> dict[str, str]:
    """Give our own translations; a plural counts when all its forms are there."""
    told: dict[str, str] = {}
    for path in sorted(PACKAGE.glob(f"**/locale/{language}/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            if entry.obsolete or "fuzzy" in entry.flags:
                continue
            if entry.msgid_plural:
                forms = list(entry.msgstr_plural.values())
                told[entry.msgid], told[entry.msgid_plural] = forms[0], forms[-1]
            else:
                told[entry.msgid] = entry.msgstr
    return told


def test_there_are_templates_to_look_at() -> None:
    assert len(TEMPLATES) >= 20


def test_every_sentence_has_english() -> None:
    english = catalogue("en_GB")

    missing = {words: where for words, where in messages().items() if not english.get(words)}

    assert missing == {}


def test_translations_keep_their_placeholders() -> None:
    placeholder = re.compile(r"%\(\w+\)[sd]")

    broken = [
        (message, words)
        for language in ("en_GB", "sv_Simple")
        for message, words in catalogue(language).items()
        if words and set(placeholder.findall(message)) != set(placeholder.findall(words))
    ]

    assert broken == []


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_nothing_is_inline(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    inline = re.findall(
        r"<style\b|<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son[a-z]+=|javascript:", text
    )

    assert inline == []


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_whole_page_says_its_language(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    if "<html" in text:
        assert re.search(r'<html lang="\{\{ LANGUAGE_CODE \}\}"', text) is not None


def test_no_template_is_unused() -> None:
    sources = [path.read_text(encoding="utf-8") for path in TEMPLATES]
    sources += [path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))]
    everything = "\n".join(sources)

    unused = [
        name
        for name in map(name_of, TEMPLATES)
        if not NAMED_BY_FRAMEWORKS.match(name)
        and not re.search(rf'["\']{re.escape(name)}(?:#\w+)?["\']', everything)
    ]

    assert unused == []


def test_no_tag_writes_html() -> None:
    writers = [
        str(path.relative_to(ROOT))
        for path in sorted(WEB.rglob("*.py"))
        if re.search(r"mark_safe\(|format_html\(|SafeString\(", path.read_text(encoding="utf-8"))
    ]

    assert writers == []


def test_css_files_are_short_and_never_important() -> None:
    sheets = sorted((WEB / "static" / "css").glob("*.css"))

    long = [sheet.name for sheet in sheets if len(sheet.read_text().splitlines()) > 150]
    shouting = [sheet.name for sheet in sheets if "!important" in sheet.read_text()]

    assert (long, shouting) == ([], [])


def test_facts_look_the_same_wherever_they_stand() -> None:
    """Their look is written in one place: a page's own sheet never says it again."""
    sheets = (WEB / "static" / "css").glob("*.css")

    assert [one.name for one in sheets if ".vb-facts" in one.read_text("utf-8")] == ["facts.css"]
