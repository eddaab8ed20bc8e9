"""Turn log lines into readings."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time


# #region reading
@dataclass(frozen=True, slots=True)
class Reading:
    hut: str
    at: time
    celsius: float

    def __post_init__(self) -> None:
        if self.at.tzinfo is not None:
            raise ValueError(f"not a local time: {self.at}")
        if not -273.15 <= self.celsius < math.inf:
            raise ValueError(f"not a temperature: {self.celsius}")


def parse(line: str) -> Reading:
    hut, at, celsius = line.split()
    return Reading(hut, time.fromisoformat(at), float(celsius))


# #endregion reading


# #region read
def read(lines: Iterable[str]) -> tuple[list[Reading], list[str]]:
    """Return the readings, and a message for each line that isn't one."""
    readings: list[Reading] = []
    problems: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            readings.append(parse(line))
        except ValueError as error:
            problems.append(f"line {number}: {error}")
    return readings, problems


# #endregion read
