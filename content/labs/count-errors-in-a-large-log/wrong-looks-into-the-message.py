# fails: Services without errors aren't listed, and ERROR in a message doesn't count
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    time: str
    service: str
    level: str
    message: str


def parse(lines):
    for line in lines:
        parts = line.rstrip("\n").split(" ", 3)
        if len(parts) == 4:
            yield Entry(*parts)


def count_errors(entries):
    return dict(Counter(entry.service for entry in entries if "ERROR" in str(entry)))
