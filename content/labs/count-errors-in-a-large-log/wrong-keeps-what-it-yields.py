# fails: Parsing doesn't hold the log
# says: yields the entries one at a time, but keeps all of them in a list.
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    time: str
    service: str
    level: str
    message: str


def parse(lines):
    entries = []
    for line in lines:
        parts = line.rstrip("\n").split(" ", 3)
        if len(parts) == 4:
            entries.append(Entry(*parts))
            yield entries[-1]


def count_errors(entries):
    return dict(Counter(entry.service for entry in entries if entry.level == "ERROR"))
