"""A provision as it is written on a page: the catalogue's own, in Swedish for who reads Swedish."""

IN_SWEDISH = (
    ("first paragraph", "första stycket"),
    ("second paragraph", "andra stycket"),
    ("third paragraph", "tredje stycket"),
    ("for a minor also", "för den som är under 18 år även"),
    ("wording from 1 July 2026", "i lydelsen från 1 juli 2026"),
    ("items", "punkt"),
    ("item", "punkt"),
)


def provision_in_words(provision: str, language: str) -> str:
    """Write a provision in the language of the page."""
    if language.startswith("en"):
        return provision
    for english, swedish in IN_SWEDISH:
        provision = provision.replace(english, swedish)
    return provision
