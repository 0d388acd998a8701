from facilitator.boards.value_board.folded import folded


def test_letters_count_and_marks_only_where_there_is_nothing_else():
    assert folded("  ÉQUITÉ, pour tous ") == folded("equite pour tous")
    assert folded("!!!") != folded("???")
    assert folded("中文") != folded("日本")
