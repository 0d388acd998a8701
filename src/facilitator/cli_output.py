"""What commands print for other programs."""

import json


def print_json(found: object) -> None:
    """One line of JSON, there at once for whoever reads along."""
    print(json.dumps(found, ensure_ascii=False), flush=True)
