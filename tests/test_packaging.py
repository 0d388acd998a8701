"""What is installed: the wheel with its resources, and what a Linux desktop is told about the app."""

import configparser
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from facilitator.store.tables import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
APP = "io.github.facilitator_app.facilitator"
MIME_TYPE = "application/vnd.facilitator.engagement+sqlite3"
DESKTOP = PACKAGING / f"{APP}.desktop"
METAINFO = PACKAGING / f"{APP}.metainfo.xml"
MIME = PACKAGING / f"{APP}-mime.xml"

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")


def output_of(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What a command prints; fails the test, with all that it printed, when it does not exit with 0."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built from a copy so that nothing is left in the checkout."""
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, source)
    for name in ("src", "resources"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    build = (*PIP, "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation")
    output_of(*build, "--wheel-dir", built, source, cwd=built)
    (made,) = built.glob("*.whl")
    return made


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_every_resource(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")}
    resources = {
        f"facilitator/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "resources").rglob("*") if path.is_file()
    }
    assert modules
    assert resources
    metadata = {name for name in names if ".dist-info/" in name}
    assert names - metadata == modules | resources
    licences = {Path(name).name for name in metadata if "/licenses/" in name}
    assert licences == {"LICENSE", *(path.name for path in (ROOT / "resources").rglob("*.txt"))}


@pytest.mark.slow
def test_an_installed_wheel_finds_its_resources_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    output_of(*PIP, "install", "--quiet", "--no-index", "--no-deps", "--target", site, wheel, cwd=tmp_path)
    where = "from facilitator.content.resources import resource; print(resource())"
    found = output_of(sys.executable, "-c", where, cwd=elsewhere, PYTHONPATH=str(site))
    assert Path(found.strip()) == site / "facilitator" / "resources"
    listed = output_of(sys.executable, "-m", "facilitator", "templates", "--json", cwd=elsewhere, PYTHONPATH=str(site))
    assert "stakeholder_workshop_90" in json.dumps(json.loads(listed))


def desktop_entry() -> configparser.ConfigParser:
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    entry.read(DESKTOP, encoding="utf-8")
    return entry


def test_desktop_entry_and_metainfo_and_mime_type_name_each_other() -> None:
    entry = desktop_entry()["Desktop Entry"]
    assert entry["MimeType"] == f"{MIME_TYPE};"
    assert entry["Icon"] == APP
    assert entry["Exec"] == "facilitator %f"
    metainfo = ElementTree.parse(METAINFO)
    assert metainfo.findtext("id") == APP
    assert metainfo.findtext("launchable") == DESKTOP.name
    assert metainfo.findtext("provides/mediatype") == MIME_TYPE
    assert metainfo.findtext("project_license") == "Apache-2.0"


def test_whatever_the_desktop_shows_is_also_in_french() -> None:
    for section in desktop_entry().values():
        shown = {"Name", "GenericName", "Comment", "Keywords"} & set(section)
        assert {f"{key}[fr]" for key in shown} <= set(section)
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for parent in ElementTree.parse(METAINFO).iter():
        for tag in ("summary", "p", "li"):
            texts = [child.get(language, "en") for child in parent if child.tag == tag]
            assert texts.count("en") == texts.count("fr"), f"<{tag}> in <{parent.tag}>"


@pytest.mark.parametrize("name", ["a.facilitator", "renamed"])
def test_qt_knows_an_engagement_file_by_name_or_by_what_it_holds(tmp_path: Path, name: str) -> None:
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(MIME, packages)
    with sqlite3.connect(tmp_path / name) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("CREATE TABLE engagement (id TEXT)")
    connection.close()
    ask = "from PySide6.QtCore import QMimeDatabase; print(QMimeDatabase().mimeTypeForFile({!r}).name())"
    answer = output_of(sys.executable, "-c", ask.format(name), cwd=tmp_path, XDG_DATA_DIRS=str(tmp_path))
    assert answer.strip() == MIME_TYPE


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", DESKTOP),
        ("appstreamcli", "validate", "--no-net", METAINFO),
    ],
    ids=lambda command: command[0],
)
def test_the_desktops_own_validators_agree(command: tuple[str | Path, ...], tmp_path: Path) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed (on Debian: apt-get install desktop-file-utils appstream)")
    output_of(*command, cwd=tmp_path)
