"""Twin: what people said, in the other language."""

from facilitator.domain.record import Record


class Twin(Record):
    """A public text in the language that is not the engagement's; its id is `twin_id` of the place of that text.

    `of_type` is the type name of the record whose `field` it stands for, `of_id` that record's id. `source` is the
    text that was put into the other language: where the record says something else by now, the twin is out of date.
    """

    of_type: str
    of_id: str
    field: str
    source: str
    text: str


def twin_id(of_type: str, of_id: str, field: str) -> str:
    """One twin a text."""
    return f"{of_type}/{of_id}/{field}"
