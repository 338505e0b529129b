"""The tests themselves pass wherever they are started."""

import pathlib
import subprocess
import sys

from harness import equal, test
from program import OUTCOME_SECONDS

RUN = pathlib.Path(__file__).parent / "run"


@test
def tests_pass_in_the_background():
    """Tests of signals pass where signals arrive ignored, as in a background job and under nohup."""
    words = "leaving.signals_restore leaving.quitting fold.interrupted"
    line = f"trap '' INT QUIT HUP TERM TSTP; exec '{sys.executable}' '{RUN}' {words}"
    result = subprocess.run(["/bin/sh", "-c", line], stdin=subprocess.DEVNULL, start_new_session=True,
                            capture_output=True, text=True, timeout=OUTCOME_SECONDS)
    equal((result.returncode, result.stdout.splitlines()[-1:]), (0, ["3 passed, 0 failed"]),
          f"the run with ignored signals\n{result.stdout}{result.stderr}")
