"""The leadership principles by name, as the instrument "principles" has them."""

from facilitator.content.instruments import instrument
from facilitator.domain.language import Language


def principles(language: Language) -> dict[str, str]:
    """Their names by id, in their order."""
    return {area.id: area.name.within(language) for area in instrument("principles").areas}
