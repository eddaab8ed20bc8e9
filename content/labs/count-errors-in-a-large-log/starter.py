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
        time, service, level, message = line.split(" ")
        entries.append(Entry(time, service, level, message))
    return entries


def count_errors(entries):
    return {}


if __name__ == "__main__":
    log = [
        "2026-11-20T02:14:07Z payments ERROR Card was declined by the bank",
        "2026-11-20T02:14:08Z orders INFO Order 17 was created",
        "2026-11-20T02:14:09Z pay",
        "2026-11-20T02:14:11Z payments ERROR The bank does not answer",
    ]
    print(count_errors(parse(log)))
