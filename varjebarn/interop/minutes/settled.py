"""A Word text as it would be if all changes were accepted, with its boxes and fields in the running text."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PUT_IN = ("ins", "moveTo", "smartTag", "customXml")
_STRUCK_OUT = ("del", "moveFrom", "delText", "sdtPr", "sdtEndPr")


def settle(root: Any) -> None:
    """Change a part's XML: keep what is put in, drop what is struck out, open fields and boxes.

    A text box's paragraphs come after the paragraph that it hangs on. Word writes each box twice,
    for old programs too; the second is dropped.
    """
    for node in _named(root, *_STRUCK_OUT):
        _drop(node)
    for node in list(root.iter(f"{_MC}AlternateContent")):
        _choose(node)
    for box in list(_named(root, "txbxContent")):
        _after_its_paragraph(box)
    for node in _named(root, *_PUT_IN, "sdt", "sdtContent"):
        _open(node)


def _named(root: Any, *names: str) -> Iterator[Any]:
    wanted = [qn(f"w:{name}") for name in names]
    yield from list(root.iter(*wanted))


def _drop(node: Any) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _choose(node: Any) -> None:
    """Keep one of two forms of the same box."""
    forms = list(node)
    with_text = [one for one in forms if next(_named(one, "txbxContent"), None) is not None]
    for form in forms:
        if form is not (with_text or forms)[0]:
            node.remove(form)


def _after_its_paragraph(box: Any) -> None:
    outer = next(box.iterancestors(qn("w:p")), None)
    if outer is None:
        return
    for block in reversed(list(box)):
        outer.addnext(block)


def _open(node: Any) -> None:
    """Put what a mark holds in its place."""
    parent = node.getparent()
    if parent is None:
        return
    for child in list(node):
        node.addprevious(child)
    parent.remove(node)
