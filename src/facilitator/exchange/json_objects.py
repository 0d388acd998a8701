"""JSON objects that remember what `json` forgets."""

from typing import Any


class JsonObject(dict[str, Any]):
    """A JSON object; `twice` is the first key that stood in it twice, "" for none."""

    twice = ""


def json_object(pairs: list[tuple[str, Any]]) -> JsonObject:
    """The object of these pairs, the later of two with the same key; for `json.loads` as its `object_pairs_hook`."""
    found = JsonObject()
    for key, value in pairs:
        if key in found and not found.twice:
            found.twice = key
        found[key] = value
    return found
