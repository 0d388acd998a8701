"""dev.py: what it asks of the machine, what it says when set-up fails, and that a second run does nothing."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]


def dev_of(folder: Path) -> ModuleType:
    """dev.py as it is in a folder, imported without running anything."""
    specification = importlib.util.spec_from_file_location("dev", folder / "dev.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


dev = dev_of(ROOT)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with the files that set-up reads, and no `.venv`."""
    for name in ("dev.py", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def output_of(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def offline_setup(folder: Path) -> subprocess.CompletedProcess[str]:
    """`dev.py setup` on a machine without a display and without any package index."""
    return output_of(
        *(sys.executable, folder / "dev.py", "setup"),
        **{"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull},
        **{"DISPLAY": "", "WAYLAND_DISPLAY": ""},
    )


def pretend_set_up(folder: Path) -> None:
    """A `.venv` that counts as set up but has no pip: whatever tries to install something fails."""
    venv.create(folder / ".venv", symlinks=os.name != "nt", with_pip=False)
    here = dev_of(folder)
    here.STAMP.write_text(here.fingerprint())


def test_without_a_command_it_says_what_there_is() -> None:
    answer = output_of(sys.executable, ROOT / "dev.py")
    assert answer.returncode == 2
    assert all(f"dev.py {command}" in answer.stderr for command in ("demo", "test", "check", "setup"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the libraries of Linux")
def test_missing_libraries_are_those_that_the_loader_does_not_find() -> None:
    assert dev.missing_libraries({"libc.so.6": "libc6", "libnot-there.so.9": "libnot-there9"}) == {
        "libnot-there.so.9": "libnot-there9"
    }


def test_only_a_display_asks_for_its_libraries() -> None:
    assert dev.libraries_of_display({}) == dev.LIBRARIES
    assert dev.libraries_of_display({"DISPLAY": ":0"}) == dev.LIBRARIES | dev.X11_LIBRARIES
    assert dev.libraries_of_display({"WAYLAND_DISPLAY": "w"}) == dev.LIBRARIES | dev.WAYLAND_LIBRARIES


@pytest.mark.parametrize(
    ("arguments", "environment", "platform", "expected"),
    [
        ([], {}, "linux", ["--out", "build/demo"]),
        (["--out", "here"], {}, "linux", ["--out", "here"]),
        ([], {"DISPLAY": ":0"}, "linux", []),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, "linux", []),
        ([], {}, "darwin", []),
        ([], {}, "win32", []),
    ],
)
def test_demo_names_a_folder_only_where_linux_has_no_display(
    arguments: list[str], environment: dict[str, str], platform: str, expected: list[str]
) -> None:
    assert dev.demo_arguments(arguments, environment, platform) == expected


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        (
            "NewConnectionError('<x>: [Errno -3] Temporary failure in name resolution')",
            "could not be downloaded",
        ),
        ("SSLError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]')", "certificate is not trusted"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that requirements.lock names"),
        ("ERROR: No matching distribution found for ruff==9", "offered no package that fits"),
        ("[Errno 13] Permission denied: '.venv'", "can't be written to"),
        ("first\nERROR: something new\n\n", "Set-up stopped at 'pip install': ERROR: something new"),
        ("", "Set-up stopped at 'pip install': it gave no reason"),
    ],
)
def test_a_failed_step_is_told_in_one_sentence(output: str, sentence: str) -> None:
    told = dev.explained(output, "pip install")
    assert sentence in told
    assert "\n" not in told


@pytest.mark.slow
def test_set_up_without_a_package_index_says_so_and_is_not_taken_for_done(clone: Path) -> None:
    answer = offline_setup(clone)
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert "offered no package that fits" in answer.stderr
    assert not dev_of(clone).STAMP.exists()


@pytest.mark.slow
def test_once_set_up_nothing_is_installed_until_a_version_changes(clone: Path) -> None:
    pretend_set_up(clone)
    answer = offline_setup(clone)
    assert (answer.returncode, answer.stdout) == (0, f"Ready: {clone / '.venv'}\n")
    lock = clone / "requirements.lock"
    lock.write_text(lock.read_text(encoding="utf-8").replace("ruff==", "ruff==9"), encoding="utf-8")
    answer = offline_setup(clone)
    assert answer.returncode == 1
    assert answer.stdout.startswith("Setting up .venv")


@pytest.mark.slow
@pytest.mark.parametrize(("ci", "outcome"), [("", "1 passed, 1 skipped"), ("true", "1 passed, 1 error")])
def test_a_journey_without_a_virtual_display_fails_only_in_ci(tmp_path: Path, ci: str, outcome: str) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "test_it.py").write_text(
        "import pytest\n@pytest.mark.journey\ndef test_b(): pass\ndef test_a(): pass\n"
    )
    answer = output_of(sys.executable, "-m", "pytest", "-v", tmp_path / "test_it.py", PATH=str(tmp_path), CI=ci)
    assert outcome in answer.stdout
    assert "a journey needs Xvfb, openbox, xdotool" in answer.stdout
    assert answer.stdout.index("test_a PASSED") < answer.stdout.index("test_b ")


def test_every_locked_package_has_a_hash_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = lock.replace("\\\n", "").splitlines()
    packages = [line for line in blocks if line and not line.lstrip().startswith("#")]
    assert len(packages) > 20
    assert all("==" in line and "--hash=sha256:" in line for line in packages)
    assert "://" not in lock


def test_the_lock_has_every_package_that_the_project_asks_for_in_a_version_that_fits() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.M)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement
