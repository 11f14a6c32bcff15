"""The README's table: what the county asks for, where it is, how it is tested."""

from collections.abc import Iterable

from varjebarn.ops.readme.needs import Need

BEGIN = "<!-- needs: made by `python3 run.py manage readme` -->"
END = "<!-- /needs -->"

NOT_YET = "finns inte än · *not yet*"
NO_TEST = "inget test än · *no test yet*"
HEAD = (
    "| Nr | Vad länet behöver · *What the county asks for* | Källa · *Source* "
    "| Var · *Where* | Test |\n| --: | --- | --- | --- | --- |\n"
)


def render(needs: Iterable[Need]) -> str:
    """Return the count and the table as Markdown, without the markers."""
    found = tuple(needs)
    some = sum(need.exists for need in found)
    partly = sum(bool(need.lacks_sv) for need in found)
    tested = sum(need.exists and bool(need.tests) for need in found)
    count = (
        f"{some} av {len(found)} behov har något som bär dem i dag, {tested} av dem med test; "
        f"{partly} bärs till en del, och då står det vad som saknas.\n"
        f"*{some} of {len(found)} needs are carried by something today, {tested} of them tested; "
        f"{partly} are carried in part, and what is missing is said.*"
    )
    return f"{count}\n\n{HEAD}" + "".join(_row(need) for need in found)


def splice(text: str, table: str) -> str:
    """Put the table between the markers of a document; a document without them raises ValueError."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the document has no place for the table of needs")
    return f"{before}{BEGIN}\n{table}{END}{after}"


def _row(need: Need) -> str:
    where = _paths(need.where) or NOT_YET
    if need.lacks_sv:
        where += f"<br>saknas: {need.lacks_sv} · *missing: {need.lacks_en}*"
    tests = _paths(need.tests) or (NO_TEST if need.exists else "–")
    return f"| {need.id} | {need.sv}<br>*{need.en}* | {need.source} | {where} | {tests} |\n"


def _paths(paths: Iterable[str]) -> str:
    """Return addresses as code and files as links."""
    return "<br>".join(
        f"`{path}`" if path.startswith("/") else f"[{path}]({path})" for path in paths
    )
