"""Disks of a size that a test fills: real ones, where this machine lets us mount them."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(at: Path, size: str):
    """A disk of that size; skips the test where nobody may mount one."""
    at.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", at], check=False) if root() else 0
    if not mounted or mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", at], check=True)


def root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0
