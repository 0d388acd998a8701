"""What was said twice stands together."""

from facilitator.exchange.chat.alike import alike


def test_accents_case_and_punctuation_do_not_count():
    texts = ["École du Port", "Mairie", "ecole du port !", "👍", "ÉCOLE-DU-PORT", "👍", "🚲"]
    assert alike(texts) == [[0, 2, 4], [1], [3, 5], [6]]
    assert alike([]) == []
