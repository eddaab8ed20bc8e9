# fails: Entries come one at a time
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    time: str
    service: str
    level: str
    message: str


def parse(lines):
    split = [line.rstrip("\n").split(" ", 3) for line in lines]
    return [Entry(*parts) for parts in split if len(parts) == 4]


def count_errors(entries):
    return dict(Counter(entry.service for entry in entries if entry.level == "ERROR"))
