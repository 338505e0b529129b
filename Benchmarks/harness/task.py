"""What is measured, and what was found out about one engine."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Task:
    """One table: a network in a form, on so many threads."""

    net: str
    form: str
    threads: int
    batch: int = 1
    size: int = 224
    algorithm: str = ""

    @property
    def model(self):
        """The name of the model's files, which differs with all that they depend on."""
        return "-".join([self.net.lower(), self.form, f"{self.batch}x{self.size}"])

    @property
    def table(self):
        """The name of the table's file; what is as usual is left out."""
        parts = [self.net.lower(), self.form, f"{self.threads}t"]
        parts += [f"b{self.batch}"] if self.batch != 1 else []
        parts += [f"{self.size}px"] if self.size != 224 else []
        parts += [self.algorithm] if self.algorithm else []
        return "-".join(parts)

    @property
    def input(self):
        return f"{self.batch}x3x{self.size}x{self.size}"


@dataclasses.dataclass
class Result:
    """What was found out about one engine besides its times; `reason` says why it has none."""

    title: str
    reason: str = ""
    trial: str = ""
    load_ms: float = 0
    empty_mb: float = 0
    peak_mb: float = 0
    error: float = 0
