"""Runs a command and writes what it took, as JSON, to a file: seconds, and bytes resident at most.

    python3 measured.py REPORT COMMAND [ARGUMENT ...]

A process of its own, because Linux counts into a command's peak what its parent held when it was started.
"""

import json
import os
import pathlib
import sys
import time

report, *command = sys.argv[1:]
start = time.monotonic()
pid = os.posix_spawn(command[0], command, os.environ)
_, status, usage = os.wait4(pid, 0)
seconds = time.monotonic() - start
# Linux counts ru_maxrss in units of 1024 bytes; pages of mapped files are among them.
facts = {"seconds": seconds, "peak": usage.ru_maxrss * 1024}
pathlib.Path(report).write_text(json.dumps(facts))
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
