#!/usr/bin/env python3
"""Sets the project up and runs it. Needs Python 3.11 or newer and nothing else.

python3 dev.py demo                open the sample engagement (no display: write its pictures and handouts)
python3 dev.py test [ARGUMENTS]    run the tests, fast ones first; ARGUMENTS go to pytest
python3 dev.py check               formatter, linter, types and import rules
python3 dev.py setup               only set up

Every command first sets up what is missing: system libraries, `.venv` with the versions of requirements.lock,
and the project itself. Then no command uses the network until requirements.lock or pyproject.toml changes.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "facilitator-setup.txt"
"""Holds the fingerprint of the last set-up that ended well; written last."""

OLDEST_PYTHON = (3, 11)


def pairs(text: str) -> dict[str, str]:
    """Read "library=package library=package" as a dict."""
    return dict(pair.split("=") for pair in text.split())


# Libraries that Qt takes from the system, and the Debian or Ubuntu package of each. The libraries are looked
# for, so the answer is right on any Linux; the packages are only what apt is asked for.
LIBRARIES = pairs(
    "libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11.so.6=libx11-6 libdbus-1.so.3=libdbus-1-3 "
    "libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6 libglib-2.0.so.0=libglib2.0-0 "
    "libxkbcommon.so.0=libxkbcommon0"
)
X11_LIBRARIES = pairs(
    "libX11-xcb.so.1=libx11-xcb1 libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 "
    "libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0 "
    "libxcb-render-util.so.0=libxcb-render-util0 libxcb-render.so.0=libxcb-render0 "
    "libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0 libxcb-sync.so.1=libxcb-sync1 "
    "libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1 "
    "libxcb.so.1=libxcb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0"
)
WAYLAND_LIBRARIES = pairs(
    "libwayland-client.so.0=libwayland-client0 libwayland-cursor.so.0=libwayland-cursor0 "
    "libwayland-egl.so.1=libwayland-egl1"
)

# What a failed step may print, and the sentence to say instead; the first that fits is said.
REASONS = {
    "No space left|Disk quota exceeded": "The disk is full. Free about 1 GB, then run this command again.",
    "Permission denied|Read-only file system": f"{ROOT} can't be written to. Use a copy that you own.",
    "DO NOT MATCH THE HASHES": "A package is not the one that requirements.lock names. It was not installed.",
    "CERTIFICATE_VERIFY_FAILED": (
        "The package index's certificate is not trusted. Set PIP_CERT to your organization's, then try again."
    ),
    "Temporary failure|Failed to fetch|Unable to locate|ConnectionError|NameResolutionError|ConnectTimeout"
    "|ReadTimeout|Read timed|ProxyError|ConnectionReset|Connection refused|is unreachable": (
        "Packages could not be downloaded. Connect this computer to the internet, then try again."
    ),
    "No matching distribution": (
        "pip was offered no package that fits: its index can't be reached, or this system is too old "
        "(Linux needs glibc 2.34, as in Debian 12, Ubuntu 22.04 or RHEL 9)."
    ),
}


class SetupFailed(Exception):
    """Set-up can't go on; the text is the sentence to show."""


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code; 1 when set-up failed, 2 for wrong usage."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        print(f"Facilitator needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    commands = {"demo": demo, "test": test, "check": check, "setup": setup}
    if not arguments or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
    except OSError as failure:
        print(explained(str(failure), "set-up"), file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    return 1


def demo(arguments: list[str]) -> int:
    """Open the sample engagement."""
    set_up(libraries_of_display(os.environ))
    return run(PROGRAMS / "facilitator", "demo", *demo_arguments(arguments, os.environ, sys.platform))


def test(arguments: list[str]) -> int:
    """Run the tests; tests/conftest.py keeps them off the screen and puts the fast ones first."""
    real_windows = shutil.which("Xvfb") or "FACILITATOR_REAL_WINDOWS" in os.environ
    set_up({**LIBRARIES, **X11_LIBRARIES} if real_windows else LIBRARIES)
    return run(PYTHON, "-m", "pytest", *arguments)


def check(_arguments: list[str]) -> int:
    """Run all four checks, whether or not an earlier one fails."""
    set_up({})
    codes = [
        run(PYTHON, "-m", "ruff", "format", "--check", "."),
        run(PYTHON, "-m", "ruff", "check", "."),
        run(PYTHON, "-m", "mypy", "--strict", "src"),
        run(PYTHON, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"),
    ]
    return 1 if any(codes) else 0


def setup(_arguments: list[str]) -> int:
    """Set up for demo and test, then stop."""
    set_up(libraries_of_display(os.environ))
    print(f"Ready: {VENV}")
    return 0


def run(program: Path, *arguments: str) -> int:
    """Run a program in the project's folder, show what it prints, and return its exit code."""
    return subprocess.call([str(program), *arguments], cwd=ROOT)


def libraries_of_display(environment: Mapping[str, str]) -> dict[str, str]:
    """The libraries for windows on the display that `environment` names, or for none."""
    x11 = X11_LIBRARIES if environment.get("DISPLAY") else {}
    wayland = WAYLAND_LIBRARIES if environment.get("WAYLAND_DISPLAY") else {}
    return {**LIBRARIES, **x11, **wayland}


def demo_arguments(arguments: list[str], environment: Mapping[str, str], platform: str) -> list[str]:
    """Name a folder for pictures and handouts where a Linux machine has no display for windows."""
    has_display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    if not platform.startswith("linux") or has_display or "--out" in arguments:
        return arguments
    return [*arguments, "--out", "build/demo"]


def set_up(libraries: Mapping[str, str]) -> None:
    """Do what this machine still lacks to run the project; raises SetupFailed with the sentence to show."""
    missing = missing_libraries(libraries) if sys.platform.startswith("linux") else {}
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:  # Debian splits it off
        missing["Python's ensurepip"] = f"python3.{sys.version_info[1]}-venv"
    if missing:
        install_packages(missing)
    if not (PYTHON.exists() and STAMP.is_file() and STAMP.read_text() == fingerprint()):
        install_project()


def fingerprint() -> str:
    """What a set-up depends on: locked versions, the project's own file, its folder and its Python."""
    files = [ROOT / "requirements.lock", ROOT / "pyproject.toml"]
    parts = [*(file.read_bytes() for file in files), bytes(ROOT), bytes(PYTHON.resolve())]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def missing_libraries(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of `libraries` that the system's loader does not find."""
    missing = {}
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def install_packages(missing: Mapping[str, str]) -> None:
    """Install system packages where that needs no password; else raise SetupFailed with what to run."""
    lack = f"This system lacks {', '.join(missing)}."
    packages = sorted(set(missing.values()))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        raise SetupFailed(f"{lack} Install what provides them, then run this command again.")
    if os.geteuid() != 0 and not succeeds("sh", "-c", "sudo -n true"):
        raise SetupFailed(f"{lack} Run this, then this command again:\nsudo {' '.join(install)}")
    print(f"Installing system packages: {' '.join(packages)} ...", flush=True)
    may = ["env"] if os.geteuid() == 0 else ["sudo", "-n"]
    succeeds(*may, "apt-get", "update")  # fails for any source that is down; whether that matters, install tells
    quietly(*may, "DEBIAN_FRONTEND=noninteractive", *install)


def install_project() -> None:
    """Make `.venv` hold the locked packages and the project; what it has already is not fetched again."""
    print("Setting up .venv: about 200 MB to download the first time ...", flush=True)
    if not PYTHON.exists() or not succeeds(str(PYTHON), "-m", "pip", "--version"):
        quietly(sys.executable, "-m", "venv", "--clear", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    quietly(*pip, "--require-hashes", "--only-binary=:all:", "--requirement", "requirements.lock")
    quietly(*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")
    STAMP.write_text(fingerprint())


def succeeds(*command: str) -> bool:
    """Whether a command that is run silently exits with 0."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0


def quietly(*command: str) -> None:
    """Run one step of the set-up without showing what it prints; raises SetupFailed when it fails."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        raise SetupFailed(explained(done.stdout.decode(errors="replace"), " ".join(command[:4])))


def explained(output: str, step: str) -> str:
    """One sentence for what a failed step printed; its own last words where the reason is not a known one."""
    for signs, sentence in REASONS.items():
        if any(sign in output for sign in signs.split("|")):
            return sentence
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return f"Set-up stopped at '{step}': {lines[-1] if lines else 'it gave no reason'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
