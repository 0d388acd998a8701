"""Batch: one file for each of several people, and one summary of what became of each."""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from facilitator.content.words import Words
from facilitator.domain.refusal import Refusal

Became = Literal["written", "skipped", "failed", "not_reached"]
BECAME: tuple[Became, ...] = get_args(Became)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets a file, `name` as they are called here; with `skip` they get none, and that is why."""

    person_id: str
    name: str
    skip: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one: the `path` of the file, `renamed` if its usual name was taken, or `why` there is none.

    Not `own` is a file in which there is nothing for that person alone yet, where one is to have something.
    """

    person_id: str
    name: str
    became: Became
    path: Path | None = None
    renamed: bool = False
    why: Refusal | None = None
    own: bool = True


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a batch is: at the `number`th of `count` people, called `name`; `done` of `whole` steps of that file."""

    number: int
    count: int
    name: str
    done: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A line for each of the people, in their order; `cancelled` if it was ended before its end."""

    lines: tuple[Written, ...]
    cancelled: bool = False

    def of(self, became: Became) -> tuple[Written, ...]:
        """The lines of those of whom this became."""
        return tuple(line for line in self.lines if line.became == became)


WriteOne = Callable[[Recipient, Callable[[int, int], None], Callable[[], bool]], tuple[Path, bool]]
"""Writes one file, told of progress and asked whether it was cancelled; its path, and whether its name was taken.

Raises Refusal, "handout_cancelled" where it was cancelled.
"""


def write_batch(
    people: Sequence[Recipient],
    write: WriteOne,
    progress: Callable[[Reached], None] = lambda reached: None,
    cancelled: Callable[[], bool] = lambda: False,
    unforeseen: Callable[[Exception], None] = lambda error: None,
) -> Summary:
    """Write a file for each; that one can't be written keeps nobody else from theirs.

    When it is cancelled, or interrupted with Ctrl+C, what was written stays. `unforeseen` hears of errors that are no
    refusals, which the summary names by their place.
    """
    lines: list[Written] = []
    ended = False
    for number, each in enumerate(people, start=1):
        ended = ended or cancelled()
        if ended:
            lines.append(Written(each.person_id, each.name, "not_reached"))
        elif each.skip:
            lines.append(Written(each.person_id, each.name, "skipped", why=each.skip))
        else:
            reached = Reached(number, len(people), each.name)
            line = _written(each, write, reached, progress, cancelled, unforeseen)
            ended = line.became == "not_reached"
            lines.append(line)
    return Summary(tuple(lines), ended)


def none_written(people: Sequence[Recipient], error: Exception) -> Summary:
    """The summary of a batch that an error ended as a whole, which was raised."""
    why = error if isinstance(error, Refusal) else _why(error)
    return Summary(tuple(Written(each.person_id, each.name, "failed", why=why) for each in people))


def summary_lines(summary: Summary, folder: Path, words: Words) -> list[str]:
    """The summary in sentences: heads with their numbers, below each a line for each person."""
    said = [words("personal.cancelled")] if summary.cancelled else []
    for became in BECAME:
        its = summary.of(became)
        if its:
            said.append(words(f"personal.{became}", count=len(its), folder=folder))
            bare = sum(not each.own for each in its)
            said += [words("personal.nothing_own", count=bare)] if bare else []
            said += [f"  {_line(each, words)}" for each in its]
    return said or [words("personal.nobody")]


def _written(
    each: Recipient,
    write: WriteOne,
    reached: Reached,
    progress: Callable[[Reached], None],
    cancelled: Callable[[], bool],
    unforeseen: Callable[[Exception], None],
) -> Written:
    def tell(done: int, whole: int) -> None:
        progress(Reached(reached.number, reached.count, each.name, done, whole))

    progress(reached)
    try:
        path, renamed = write(each, tell, cancelled)
    except KeyboardInterrupt:
        return Written(each.person_id, each.name, "not_reached")
    except Refusal as refusal:
        if refusal.key == "handout_cancelled":
            return Written(each.person_id, each.name, "not_reached")
        return Written(each.person_id, each.name, "failed", why=refusal)
    except Exception as error:  # the next one may go well
        unforeseen(error)
        return Written(each.person_id, each.name, "failed", why=_why(error))
    return Written(each.person_id, each.name, "written", path, renamed)


def _why(error: Exception) -> Refusal:
    """The error without its words, which may be somebody's: its sort, and where it came up."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Refusal("unforeseen", where=f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}")


def _line(each: Written, words: Words) -> str:
    if each.path:
        key = "personal.line_renamed" if each.renamed else "personal.line_written"
        return words(key, name=each.name, file=each.path.name)
    if each.why:
        return words("personal.line_why", name=each.name, why=words(f"refusals.{each.why.key}", **each.why.values))
    return each.name
