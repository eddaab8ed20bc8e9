# fails: Counting doesn't hold the entries
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
    return dict(Counter([entry.service for entry in entries if entry.level == "ERROR"]))

if __name__ == "__main__":
    log = [
        "2026-11-20T02:14:07Z payments ERROR Card was declined by the bank",
        "2026-11-20T02:14:08Z orders INFO Order 17 was created",
        "2026-11-20T02:14:09Z pay",
        "2026-11-20T02:14:11Z payments ERROR The bank does not answer",
    ]
    print(count_errors(parse(log)))
