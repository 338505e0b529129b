"""What is to be known about the machine, and what else runs on it."""

import os
import platform

TICK = 1 / os.sysconf("SC_CLK_TCK")


def cores(threads=0):
    """The processors that engines of so many threads are bound to, from the last one down; 0: all.

    Whatever else runs on the machine tends to sit on the first ones.
    """
    return sorted(os.sched_getaffinity(0))[-threads:]


def pinned(command, cores):
    return ["taskset", "-c", ",".join(map(str, cores)), *command]


def description():
    with open("/proc/cpuinfo") as file:
        lines = [line.split(":", 1) for line in file if ":" in line]
    known = {key.strip(): value.strip() for key, value in reversed(lines)}
    name = known.get("model name", platform.machine())
    where = [known.get(key) for key in ("cpu family", "model")]
    family = f" (family {where[0]}, model {where[1]})" if all(where) else ""
    levels = [flag for flag in ("avx2", "avx512f", "avx512_bf16") if flag in known.get("flags", "")]
    kernel = ".".join(platform.release().split(".")[:2])
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    parts = [name + family, " ".join(levels), f"{os.cpu_count()} processors", f"{memory:.0f} GB"]
    return ", ".join(part for part in parts if part) + f", {platform.system()} {kernel}"


def cpu_seconds(pid):
    """The processor time of all threads of a process."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) * TICK


def peak_mb(pid):
    """The most memory that a process ever had resident, in MB of a million bytes."""
    with open(f"/proc/{pid}/status") as file:
        line = next(line for line in file if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


def busy_seconds():
    """The time that all processors together worked or were stolen from us."""
    with open("/proc/stat") as file:
        user, nice, system, _, _, interrupt, soft, steal = map(int, file.readline().split()[1:9])
    return (user + nice + system + interrupt + soft + steal) * TICK
