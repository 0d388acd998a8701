"""The resources folder is found in a checkout, an installed wheel and a bundle, or said to be missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.content import resources
from facilitator.content.resources import resource

REPOSITORY = Path(__file__).parents[2]


def run_elsewhere(site: Path, *lines: str) -> str:
    """What a fresh Python prints that sees only the packages in `site`; the last line when it fails."""
    program = "\n".join([f"import sys; sys.path.insert(0, {str(site)!r})", *lines])
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr.strip().splitlines()[-1]).strip()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of packages with just this module in it, as a wheel would install it, and no resources."""
    content = tmp_path / "site" / "facilitator" / "content"
    content.mkdir(parents=True)
    (content.parent / "__init__.py").touch()
    shutil.copy(REPOSITORY / "src/facilitator/content/__init__.py", content)
    shutil.copy(str(resources.__file__), content)
    return tmp_path / "site"


ASK = ("from facilitator.content.resources import resource", "print(resource('words', 'x.json'))")


def test_a_checkout_uses_the_folder_beside_src() -> None:
    assert resource() == REPOSITORY / "resources"
    assert resource("fonts", "metrics.json").is_file()


def test_an_installed_package_uses_its_own_folder(site: Path) -> None:
    inside = site / "facilitator" / "resources" / "words"
    inside.mkdir(parents=True)
    (inside / "x.json").touch()
    assert run_elsewhere(site, *ASK) == str(inside / "x.json")


def test_a_bundle_uses_its_own_folder(site: Path, tmp_path: Path) -> None:
    inside = tmp_path / "bundle" / "facilitator" / "resources" / "words"
    inside.mkdir(parents=True)
    (inside / "x.json").touch()
    bundled = f"sys._MEIPASS = {str(tmp_path / 'bundle')!r}"
    assert run_elsewhere(site, bundled, *ASK) == str(inside / "x.json")


def test_a_missing_folder_is_named(site: Path) -> None:
    said = run_elsewhere(site, *ASK)
    assert said.startswith("FileNotFoundError: The resources folder ")
    assert str(site / "facilitator" / "resources") in said


def test_a_missing_file_is_named_with_the_folder() -> None:
    with pytest.raises(FileNotFoundError, match=r"^fonts/none\.ttf is missing from the resources folder .*resources"):
        resource("fonts", "none.ttf")
