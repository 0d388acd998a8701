"""`facilitator` and `python -m facilitator`."""

import sys


def main() -> int:
    """Run the command line; returns its exit code."""
    from facilitator.command_line.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
