"""The command for people's words in the other language: what is missing, a list to write, a list to read in."""

import argparse

from facilitator.command_line.output import print_json
from facilitator.content.words import Words
from facilitator.domain.engagement import language_of
from facilitator.domain.language import other_language
from facilitator.exchange.writing import refuse_existing, write_whole
from facilitator.files.twin_files import left_told, read_twin_list, twin_list, where
from facilitator.opening import open_engagement
from facilitator.workshop.twins import set_twins, untranslated


def twins(asked: argparse.Namespace, words: Words) -> int:
    """Write the list of texts, or read one in; then say which texts have no twin, or an outdated one."""
    if asked.out:
        refuse_existing(asked.out, replace=asked.replace)  # before the twins are saved
    with open_engagement(asked.file) as engagement:
        journal = engagement.journal
        taken = skipped = 0
        if asked.source:
            found = read_twin_list(journal.document, asked.source)
            taken, skipped = len(found.texts), found.skipped
            if found.texts:
                journal.do(set_twins(journal.document, found.texts))
        document = journal.document
    if asked.out:
        write_whole(asked.out, twin_list(document, words), replace=asked.replace)
    language = other_language(language_of(document))
    left = untranslated(document, language)
    if asked.json:
        rows = [{"id": each.id, "at": each.at, "text": each.source, "state": each.state} for each in left]
        print_json({"language": language, "taken": taken, "skipped": skipped, "untranslated": rows})
        return 0
    if asked.source:
        print(words("twin.list_read", name=asked.source.name, count=taken))
    if skipped:
        print(words("twin.list_skipped", count=skipped))
    if asked.out:
        print(words("cli.written", path=asked.out))
    for each in left:
        its = {"at": where(each, words), "text": " ".join(each.source.split())}
        print(words("twin.row", state=words(f"twin.state_{each.state}"), **its))
    print(left_told(document, language, words) or words("twin.none_open"))
    return 0
