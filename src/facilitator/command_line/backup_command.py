"""The commands that look after an engagement file: look for damage, back up, go back."""

import argparse
from pathlib import Path

from facilitator.command_line.output import print_json
from facilitator.content.words import Words
from facilitator.domain.refusal import StoreError
from facilitator.opening import backups_of, open_engagement, restore_engagement


def check(asked: argparse.Namespace, words: Words) -> int:
    """Look for damage."""
    with open_engagement(asked.file) as engagement:
        faults = engagement.faults()
    if faults:
        raise StoreError("faults", path=str(asked.file), count=len(faults), faults="; ".join(faults[:5]))
    print(words("cli.checked", path=asked.file))
    return 0


def backup(asked: argparse.Namespace, words: Words) -> int:
    """Make a backup that was looked through."""
    with open_engagement(asked.file) as engagement:
        backups = engagement.backups(asked.out)
        made = backups.publish(backups.copy())
    if asked.json:
        print_json({"path": str(made.path), "at": made.at.isoformat(), "bytes": made.path.stat().st_size})
    else:
        print(words("cli.backed_up", path=made.path))
    return 0


def restore(asked: argparse.Namespace, words: Words) -> int:
    """Take an engagement back to a backup, or without one name the newest that is whole."""
    if asked.source is None:
        return _name_newest(asked.file, words)
    kept = restore_engagement(asked.file, asked.source)
    print(words("cli.restored", path=asked.file, source=asked.source))
    if kept:
        print(words("cli.restored_kept", path=kept))
    return 0


def _name_newest(path: Path, words: Words) -> int:
    folder = backups_of(path)
    newest = folder.newest()
    for damaged in newest.damaged:
        print(words("cli.backup_damaged", path=damaged.path))
    if newest.backup is None:
        raise StoreError("no_backup", path=str(path), folder=str(folder.path))
    at = newest.backup.at.astimezone()
    when = {"day": words.date(at.date()), "time": at.strftime("%H:%M")}
    print(words("cli.backup_newest", path=newest.backup.path, **when))
    return 0
