"""What /proc tells about a process."""

import os


def cpu_ticks(pid):
    """Processor time of all threads of a process, in clock ticks (hundredths of a second)."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def context_switches(pid):
    """How often threads of a process began to wait or were made to, all of them together."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        for line in open(f"/proc/{pid}/task/{thread}/status"):
            if "ctxt_switches" in line:
                total += int(line.split()[1])
    return total


def is_gone(pid):
    """Whether a process has ended; a zombie that waits for its parent has."""
    try:
        state = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"


def is_stopped(pid):
    """Whether a process was stopped by a signal."""
    return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] == "T"


def newest(program):
    """The process of `program`, a path, that was started last."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if open(f"/proc/{name}/cmdline").read().split("\0")[0] == program:
                found.append((int(open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()[19]), int(name)))
        except (FileNotFoundError, ProcessLookupError):
            pass
    return max(found)[1]
