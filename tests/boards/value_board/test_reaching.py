from facilitator.boards.value_board.reaching import reached

AFTER = {"a": ["b", "c"], "b": ["c"], "c": ["a", "d"], "e": ["f"], "f": ["f"]}


def test_all_that_is_led_to_is_reached_and_circles_end():
    assert reached(["a"], AFTER) == {"a", "b", "c", "d"}
    assert reached(["d", "e"], AFTER) == {"d", "e", "f"}
    assert reached([], AFTER) == set()


def test_what_comes_after_a_start_holds_the_start_only_in_a_circle():
    assert "a" in reached(AFTER["a"], AFTER)
    assert "e" not in reached(AFTER["e"], AFTER)


def test_a_long_chain_needs_no_deep_stack():
    long = {str(number): [str(number + 1)] for number in range(20_000)}
    assert len(reached(["0"], long)) == 20_001
