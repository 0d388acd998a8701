"""Record: one frozen row of an engagement."""

import re
import secrets
from typing import ClassVar, Self

from pydantic import ConfigDict
from sqlmodel import Field, SQLModel

_ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no i, l, o, 0, 1: an id may have to be read aloud


class Record(SQLModel):
    """A frozen, validated row; every subclass is one table of the engagement file. `id` is unique among one type.

    `private` marks record types whose words must never reach the stage or a participant's handout: views do not
    copy them. `lasting` marks what undo neither takes away nor changes, since others may have seen what it stands for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")  # type: ignore[assignment]  # SQLModel narrows the type

    private: ClassVar[bool] = False
    lasting: ClassVar[bool] = False

    id: str = Field(primary_key=True)

    @classmethod
    def type_name(cls) -> str:
        """The name of this type in the file and in journal entries: `StakeholderNote` -> `stakeholder_note`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def having(self, **fields: object) -> Self:
        """The same record with some fields changed; raises pydantic's ValidationError where a value does not fit."""
        return type(self).model_validate({**self.model_dump(), **fields})


def new_id() -> str:
    """A fresh id of ten letters (about 49 random bits)."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(10))
