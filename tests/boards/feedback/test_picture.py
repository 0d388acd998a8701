import pytest

from boards.assessment.own.test_drawing import ensure_readable, texts
from boards.feedback.forms import BOARD, blank, results, typed
from facilitator.boards.feedback.kind import KIND
from facilitator.content.theme import theme
from facilitator.domain.view import PLAIN


@pytest.mark.parametrize("shown", [False, True])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_statements_and_results_can_be_read(language, shown):
    held = typed(blank(language), *(f"F{place} {level}x{place + 2}" for place in range(1, 6) for level in (1, 3, 5)))
    held = results(held, "shown") if shown else held
    drawn = KIND.picture(KIND.view(held, BOARD, PLAIN), theme())
    ensure_readable(drawn)
    assert min(text.size for text in texts(drawn)) >= 26
    assert not [text.lines for text in texts(drawn) if text.lines[-1].endswith("…")]
