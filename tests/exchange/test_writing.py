"""Files are written whole or not at all, what is there is kept unless it may be replaced, and a sentence says why not.

The disks are real where this machine lets us mount one, the rights those of another user, the kills real ones.
"""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from disks import root, small_disk
from facilitator.content.words import Words
from facilitator.domain.refusal import StoreError
from facilitator.exchange.writing import free_path, refuse_existing, write_all, write_whole

SOURCE = Path(__file__).parents[2] / "src"


def refusal_of(path, content=b"new", *, replace):
    with pytest.raises(StoreError) as refusal:
        write_whole(path, content, replace=replace)
    said = [Words(language)(f"refusals.{refusal.value.key}", **refusal.value.values) for language in ("en", "fr")]
    assert all(str(path) in each and "[Errno" not in each for each in said)
    return refusal.value


def refused(path, content=b"new", *, replace):
    return refusal_of(path, content, replace=replace).key


def child(code: str, *arguments: object) -> str:
    """What Python writes in a process of its own."""
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(SOURCE)})
    assert found.returncode == 0, found.stderr
    return found.stdout.strip()


WRITES_AS_NOBODY = """
    import os, sys
    from pathlib import Path
    from facilitator.domain.refusal import StoreError
    from facilitator.exchange.writing import write_whole
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    try:
        write_whole(Path(sys.argv[1]), b"new", replace=True)
    except StoreError as refusal:
        print(refusal.key, refusal.values.get("other", ""))
"""


needs_root = pytest.mark.skipif(not root(), reason="only root can be somebody else")


@pytest.fixture
def open_folder(tmp_path_factory):
    """A folder that other users can come to, through all that it stands in."""
    folder = tmp_path_factory.mktemp("for_all")
    changed = [each for each in (folder, *folder.parents) if each.stat().st_uid == os.geteuid() and each != Path("/")]
    modes = [each.stat().st_mode for each in changed]
    for each, mode in zip(changed, modes, strict=True):
        each.chmod(mode | 0o055)
    yield folder
    for each, mode in zip(changed, modes, strict=True):
        each.chmod(mode)


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path):
    path = tmp_path / "folder" / "web.csv"
    write_whole(path, b"mine", replace=False)
    assert refused(path, replace=False) == "output_exists"
    assert path.read_bytes() == b"mine"
    write_whole(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_takes_no_file_is_said_and_holds_no_stub(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "folder.pdf").mkdir()
    assert refused(tmp_path / "file" / "pack.pdf", replace=True) == "output_no_folder"
    assert refused(tmp_path / "file" / "deeper" / "pack.pdf", replace=False) == "output_no_folder"
    assert refused(tmp_path / "folder.pdf", replace=True) == "output_unwritable"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder.pdf"]
    assert list((tmp_path / "folder.pdf").iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="a folder in which nobody makes files")
def test_a_drive_that_is_gone_is_said():
    assert refused(Path("/proc/unplugged/pack.pdf"), replace=False) == "output_no_folder"


def test_a_limit_in_the_middle_leaves_the_old_file_and_no_stub(tmp_path):
    resource = pytest.importorskip("resource", reason="the limit that plays a full disk is known to Unix only")
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))  # a write beyond it fails half way
    try:
        key = refused(path, b"x" * 50_000, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert key == "output_full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file_no_stub_and_no_new_folder(tmp_path):
    disk = tmp_path / "disk"
    with small_disk(disk, "64k"):
        path = disk / "pack.pdf"
        path.write_bytes(b"old")
        assert refused(path, b"x" * 100_000, replace=True) == "output_full"
        assert refused(disk / "handouts" / "october" / "pack.pdf", b"x" * 100_000, replace=False) == "output_full"
        assert path.read_bytes() == b"old"
        assert list(disk.iterdir()) == [path]
        write_whole(path, b"x" * 20_000, replace=True)  # what was refused takes no room
        assert path.read_bytes() == b"x" * 20_000


def test_of_several_files_none_is_written_where_the_last_has_no_room(tmp_path):
    disk = tmp_path / "disk"
    with small_disk(disk, "64k"):
        (disk / "town.pdf").write_bytes(b"old")
        with pytest.raises(StoreError) as refusal:
            write_all({disk / "town.pdf": b"new", disk / "town.ics": b"x" * 100_000}, replace=True)
        assert (refusal.value.key, refusal.value.values["path"]) == ("output_full", str(disk / "town.ics"))
        assert [(each.name, each.read_bytes()) for each in disk.iterdir()] == [("town.pdf", b"old")]


@needs_root
def test_a_file_held_by_another_program_stays_and_another_name_is_offered(tmp_path):
    """What is mounted on a file holds it as Windows does for a program that has it open."""
    path, other = tmp_path / "pack.pdf", tmp_path / "other"
    path.write_bytes(b"old")
    other.write_bytes(b"old")
    (tmp_path / "pack-2.pdf").touch()
    if subprocess.run(["mount", "--bind", other, path], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        refusal = refusal_of(path, replace=True)
    finally:
        subprocess.run(["umount", path], check=True)
    assert (refusal.key, refusal.values["other"]) == ("output_held", str(tmp_path / "pack-3.pdf"))
    assert path.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other", "pack-2.pdf", "pack.pdf"]


@needs_root
def test_a_protected_file_in_a_folder_that_takes_others_stays(open_folder):
    """In a shared folder with the sticky bit, what belongs to somebody else can't be replaced."""
    path = open_folder / "pack.pdf"
    path.write_bytes(b"old")
    open_folder.chmod(0o1777)
    assert child(WRITES_AS_NOBODY, path) == f"output_held {open_folder / 'pack-2.pdf'}"
    assert [(each.name, each.read_bytes()) for each in open_folder.iterdir()] == [("pack.pdf", b"old")]


@needs_root
def test_a_folder_without_rights_is_said(open_folder):
    assert child(WRITES_AS_NOBODY, open_folder / "pack.pdf") == "output_no_rights"
    assert child(WRITES_AS_NOBODY, open_folder / "new" / "pack.pdf") == "output_no_rights"
    open_folder.chmod(0o700)  # nobody can even look
    assert child(WRITES_AS_NOBODY, open_folder / "pack.pdf") == "output_no_rights"
    assert list(open_folder.iterdir()) == []


def test_a_name_that_the_drive_does_not_take_is_said(tmp_path):
    for name in (f"{'x' * 300}.pdf", "a\0b.pdf"):
        path = tmp_path / name
        assert refused(path, replace=False) == "output_name"
        with pytest.raises(StoreError, match="output_name"):
            refuse_existing(path, replace=True)
    assert list(tmp_path.iterdir()) == []


KILLS = """
    import os, signal, sys
    from pathlib import Path
    from facilitator.exchange import writing

    def one_more(number, act):
        seen = 0
        def trace(frame, event, argument):
            nonlocal seen
            if frame.f_code.co_filename == writing.__file__:
                if event == "line" and (seen := seen + 1) == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return trace
        child = os.fork()
        if not child:
            sys.settrace(trace)
            act()
            os._exit(0)
        return os.waitpid(child, 0)[1] == signal.SIGKILL

    folder, old = Path(sys.argv[1]), b"old" * 50_000
    files = {folder / "pack.pdf": b"new" * 50_000, folder / "pack.ics": b"new" * 50_000}
    replace = sys.argv[2] == "replace"
    found, killed, left = set(), 0, 0
    while True:
        for each in folder.iterdir():
            each.unlink()
        if replace:
            for each in files:
                each.write_bytes(old)
        if not one_more(killed + 1, lambda: writing.write_all(files, replace=replace)):
            break
        killed += 1
        for path, new in files.items():
            content = path.read_bytes() if path.exists() else None
            found.add({old: "old", new: "new", None: "none"}.get(content, "half"))
        others = [each.name for each in folder.iterdir() if each not in files]
        assert all(each.startswith(".facilitator-") and each.endswith(".part") for each in others), others
        left += bool(others)
    print(killed, left, *sorted(found))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process at each line that it comes to")
@pytest.mark.parametrize(("replace", "found"), [("replace", "new old"), ("beside", "new none")])
def test_killed_at_any_line_there_is_the_old_file_or_the_new_one(tmp_path, replace, found):
    killed, left, *seen = child(KILLS, tmp_path, replace).split()
    assert int(killed) > 40
    assert int(left) > 5
    assert " ".join(seen) == found


def test_what_a_kill_left_behind_is_cleared_away_later_and_nothing_else(tmp_path):
    old, young, foreign = tmp_path / ".facilitator-x1.part", tmp_path / ".facilitator-x2.part", tmp_path / "x.part"
    for each in (old, young, foreign):
        each.write_bytes(b"half")
    for each in (old, foreign):
        os.utime(each, (0, 0))
    write_whole(tmp_path / "pack.pdf", b"new", replace=False)
    assert sorted(each.name for each in tmp_path.iterdir()) == [".facilitator-x2.part", "pack.pdf", "x.part"]


def test_a_free_name_tells_the_title_and_is_not_taken(tmp_path):
    assert free_path(tmp_path, "Ville de Montréal — permis", ".pdf").name == "ville-de-montreal-permis.pdf"
    assert free_path(tmp_path, "ᐊᐃ", ".pdf").name == "facilitator.pdf"
    (tmp_path / "town.pdf").touch()
    assert free_path(tmp_path, "Town", ".pdf").name == "town-2.pdf"


def test_a_name_is_free_only_where_all_its_endings_are(tmp_path):
    (tmp_path / "town.ics").touch()
    assert free_path(tmp_path, "Town", ".pdf").name == "town.pdf"
    assert free_path(tmp_path, "Town", ".pdf", ".ics").name == "town-2.pdf"


def test_several_files_are_all_written_or_none(tmp_path):
    first, second = tmp_path / "town.pdf", tmp_path / "town.ics"
    second.write_bytes(b"mine")
    with pytest.raises(StoreError) as refusal:
        write_all({first: b"new", second: b"new"})
    assert refusal.value.key == "output_exists"
    assert (first.exists(), second.read_bytes()) == (False, b"mine")
    (tmp_path / "folder").write_text("not a folder")
    with pytest.raises(StoreError) as refusal:
        write_all({first: b"new", tmp_path / "folder" / "town.ics": b"new"})
    assert refusal.value.key == "output_no_folder"
    assert not first.exists()
    write_all({first: b"new"})
    assert first.read_bytes() == b"new"
