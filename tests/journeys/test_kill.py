"""Nothing that was acknowledged is lost when the process is killed at a random moment."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills with SIGKILL")
@pytest.mark.parametrize(("how", "trials"), [("add", 120), ("window", 80)])
def test_no_acknowledged_edit_is_lost(how, trials, tmp_path):
    result = subprocess.run(
        [sys.executable, str(HERE / "kill_trials.py"), how, str(trials), "20261122", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert result.returncode == 0, result.stderr
    total = json.loads(result.stdout.splitlines()[-1])
    assert total["kills"] == trials
    assert total["interrupted"] > trials // 2, "the kills came too late to prove anything"
    assert total["acknowledged"] > trials
    assert (total["lost"], total["faulty"], total["undo_broken"]) == (0, 0, 0), total
