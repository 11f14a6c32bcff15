"""One picture for every sentence of a question about sharing: for the child and for the guardian."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from varjebarn import web

FOLDER = Path(web.__file__).parent / "family" / "templates" / "family"
PAGES = ("request_child.html", "request_guardian.html", "request_tell.html")
LINE = re.compile(r'<li class="vb-picture-line">(.*?)</li>', re.DOTALL)
AFTER = ("Om du säger ja", "Om du säger nej")


def lines(page: str) -> list[str]:
    return LINE.findall((FOLDER / page).read_text(encoding="utf-8"))


def said(line: str) -> str:
    paragraph = re.search(r"<p>(.*?)</p>", line, re.DOTALL)
    assert paragraph is not None
    words = re.sub(r'\{% (?:translate )?"?|"? ?%\}', " ", paragraph.group(1))
    return re.sub(r"\{\{.*?\}\}", "x", words).strip()


@pytest.mark.parametrize("page", PAGES)
def test_each_line_has_one_picture_and_one_sentence(page: str) -> None:
    found = lines(page)

    assert len(found) >= 6
    assert [line for line in found if line.count("{% icon ") != 1] == []
    assert [line for line in found if len(re.findall(r"[.!?](?:\s|$)", said(line))) > 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_two_lines_beside_each_other_share_a_picture(page: str) -> None:
    pictures = [re.findall(r'icon "(\w+)"', line)[0] for line in lines(page)]

    assert [one for one, other in pairwise(pictures) if one == other] == []


@pytest.mark.parametrize("page", ["request_guardian.html", "request_tell.html"])
def test_what_happens_after_a_yes_and_after_a_no_stands_in_pictures(page: str) -> None:
    text = (FOLDER / page).read_text(encoding="utf-8")

    for heading in AFTER:
        assert (
            text.partition(heading)[2]
            .partition("<ul")[2]
            .startswith(' class="vb-plain-list vb-pictures">')
        )
