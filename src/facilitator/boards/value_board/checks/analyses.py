"""The checks of a value board (B01 to B28, and Q1 to Q10 on its measures): which there are, and what they find."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from facilitator.boards.checking import Hit, most_severe_first, told
from facilitator.boards.described import Finding
from facilitator.boards.value_board.checks import checks_chains, checks_measures, checks_register, checks_threads
from facilitator.boards.value_board.checks.facts import Facts, facts_of
from facilitator.boards.value_board.view import ValueBoardView
from facilitator.content.checks import checks
from facilitator.content.words import Words

CHECKS: Mapping[str, Callable[[Facts, date], Iterable[Hit]]] = {
    "B01": checks_threads.not_noticed,
    "B02": checks_threads.stands_for_nothing,
    "B03": checks_threads.changes_nothing,
    "B04": checks_threads.why_this_way,
    "B05": checks_threads.no_benefit,
    "B06": checks_threads.not_worked_for,
    "B07": checks_measures.nobody_asked,
    "B08": checks_measures.no_number,
    "B09": checks_measures.numbers_only,
    "B10": checks_register.no_baseline,
    "B11": checks_register.no_target,
    "B12": checks_register.no_owner,
    "B13": checks_register.not_readable,
    "B14": checks_measures.effort_only,
    "B15": checks_measures.all_look_back,
    "B16": checks_register.vanity,
    "B17": checks_chains.long_chain,
    "B18": checks_threads.leap_in_logic,
    "B19": checks_measures.overworked,
    "B20": checks_measures.too_many,
    "B21": checks_threads.better_for_whom,
    "B22": checks_measures.averages_measured,
    "B23": checks_threads.not_settled,
    "B24": checks_register.not_protected,
    "B25": checks_threads.nobody_mapped,
    "B26": checks_threads.efficiency_only,
    "B27": checks_measures.tested_to_targets,
    "B28": checks_chains.circular,
    "Q1": checks_register.not_specific,
    "Q2": checks_register.not_measurable,
    "Q3": checks_register.out_of_the_air,
    "Q4": checks_threads.stands_for_nothing,
    "Q5": checks_register.by_when,
    "Q6": checks_measures.effort_alone,
    "Q7": checks_register.vanity,
    "Q8": checks_measures.not_split,
    "Q9": checks_measures.no_early_sign,
    "Q10": checks_register.perverse_effect,
}
"""Each check by its published id; what it says is in resources/content/value_checks.json."""

TOLD_BY: Mapping[str, str] = {
    "B01": "B17",
    "B07": "B09",
    "Q4": "B02",
    "Q6": "B14",
    "Q7": "B16",
    "Q8": "B22",
    "Q9": "B15",
}
"""A check is left out of the findings where the other one has told of the same card: nothing is said twice."""


def findings_of(view: ValueBoardView, words: Words, day: date) -> tuple[Finding, ...]:
    """Every check that fires on a board, the most severe first, cards of one check in the order of their codes."""
    facts, said = facts_of(view), checks("value")
    hits = {its_id: tuple(fires(facts, day)) for its_id, fires in CHECKS.items()}
    covered = {less: {item for hit in hits[more] for item in hit.items} for less, more in TOLD_BY.items()}
    return most_severe_first(
        told(said[its_id], hit, words)
        for its_id, found in hits.items()
        for hit in found
        if covered.get(its_id, set()).isdisjoint(hit.items)
    )
