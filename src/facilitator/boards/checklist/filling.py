"""What the fields of a checklist to fill in hold, and what a filled one says that is new. Pure."""

from facilitator.boards.checklist.view import EntryView

VERSION = 1
"""Of the fields and their names; a later app may name them otherwise."""


def comment_of(entry: EntryView) -> str:
    """What stands in the field for comments: what proves that an item is in place, or why it is not for us."""
    return entry.reason if entry.status == "not_for_us" else entry.evidence
