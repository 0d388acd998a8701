"""What argparse says of arguments that it does not understand, in the person's language."""

import re

from facilitator.content.words import Words

_SAID = (
    (re.compile(r"not allowed with argument (?P<other>.+)"), "together"),
    (re.compile(r"invalid choice: (?P<value>.+?) \(choose from (?P<known>.+)\)"), "choice"),
    (re.compile(r"expected (?:at least )?(?:one|\d+) arguments?"), "alone"),
    (re.compile(r"invalid \S+ value: (?P<value>.+)"), "value"),
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "missing"),
    (re.compile(r"one of the arguments (?P<names>.+) is required"), "one_of"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "unknown"),
    (re.compile(r"ambiguous option: (?P<value>.+) could match (?P<known>.+)"), "ambiguous"),
)
_OF_ONE = re.compile(r"argument (?P<argument>[^:]+): (?P<why>.+)", re.DOTALL)


def usage_told(message: str, words: Words) -> str:
    """An error of usage as argparse puts it, in the language of `words`; as it stands where argparse says another."""
    if of_one := _OF_ONE.fullmatch(message):
        why = usage_told(of_one["why"], words)
        return words("cli.wrong_argument", argument=of_one["argument"], why=why)
    for said, key in _SAID:
        if found := said.fullmatch(message):
            return words(f"cli.wrong_{key}", **found.groupdict())
    return message
