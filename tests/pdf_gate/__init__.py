"""The gate of the handouts: what a PDF must hold to be read aloud, filled in and kept, checked with pikepdf alone.

`faults(data)` names each broken rule by its number: of the Matterhorn Protocol 1.1 ("01-005"), which lists the failure
conditions of PDF/UA-1 (ISO 14289-1); of a clause of PDF 1.7 ("ISO 32000 12.7.3") or PDF/A-2 ("ISO 19005-2 6.6.4")
where the protocol is silent; or of this house ("house bookmarks").
"""

from pdf_gate import content, files, fonts, forms, lists_and_tables, tree
from pdf_gate.opened import Fault, Opened, opened

__all__ = ["RULES", "Fault", "Opened", "faults", "opened"]

RULES = (*content.RULES, *files.RULES, *fonts.RULES, *forms.RULES, *lists_and_tables.RULES, *tree.RULES)


def faults(data: bytes) -> list[Fault]:
    """What is wrong with a PDF, rule by rule; an empty list is a pass."""
    with opened(data) as paper:
        return [fault for rule in RULES for fault in rule(paper)]
