"""How content is read: a JSON file among the resources, and texts that exist in both languages."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from facilitator.content.resources import resource
from facilitator.domain.language import Language


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text of the house in English and in French; where it may be empty, it is empty in both."""

    en: str
    fr: str

    @classmethod
    def of(cls, sides: Mapping[str, str]) -> Self:
        """The text of `{"en": …, "fr": …}`; raises KeyError naming the language that is missing."""
        return cls(sides["en"], sides["fr"])

    def within(self, language: Language) -> str:
        """The text in one language."""
        return self.fr if language == "fr" else self.en


def read(*parts: str) -> Any:
    """What a JSON file among the resources holds; raises FileNotFoundError where there is no such file."""
    return json.loads(resource(*parts).read_text(encoding="utf-8"))
