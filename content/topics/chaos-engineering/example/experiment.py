"""Usage: python experiment.py URL_OF_THE_FAULT SHARE [SECONDS]"""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

from guide import in_experiment

PLAN = Path(os.environ.get("PLAN", "experiment.json"))
PER_SECOND = 80


def is_good(guide, visitor):
    begin = time.monotonic()
    headers = {"X-Visitor": visitor}
    try:
        response = requests.get(f"{guide}/exhibits/7", headers=headers, timeout=1)
        return response.ok and time.monotonic() - begin < 1
    except requests.RequestException:
        return False


class Load:
    """Sends requests at a constant rate, and keeps a group's results."""

    def __init__(self, guide, share):
        self.guide, self.share = guide, share
        self.pool = ThreadPoolExecutor(300)
        self.pending, self.sent = [], 0
        self.next = time.monotonic()

    def second(self):
        """Sends one second's requests; returns what has finished by its end."""
        for _ in range(PER_SECOND):
            time.sleep(max(0, self.next - time.monotonic()))
            self.next += 1 / PER_SECOND
            visitor = f"visitor-{self.sent}"
            group = "fault" if in_experiment(visitor, self.share) else "control"
            call = self.pool.submit(is_good, self.guide, visitor)
            self.pending.append((group, call))
            self.sent += 1
        return self.finished()

    def finished(self):
        done, pending = [], []
        for group, call in self.pending:
            (done if call.done() else pending).append((group, call))
        self.pending = pending
        return [(group, call.result()) for group, call in done]

    def end(self):
        self.pool.shutdown()
        return self.finished()


def share_of(results, group=None):
    chosen = [good for name, good in results if group in (None, name)]
    return round(sum(chosen) / len(chosen), 2) if chosen else None


def report(results, end):
    groups = {group: share_of(results, group) for group in ("control", "fault")}
    return {**groups, "end": end}


# #region run
def run(guide, url, share, seconds=10, stop_below=0.95):
    steady = Load(guide, 0)
    results = steady.second() + steady.second() + steady.end()
    if share_of(results) < stop_below:
        return report(results, "not started, because the steady state doesn't hold")

    plan = {"url": url, "share": share, "until": time.time() + seconds + 5}
    with PLAN.open("x") as file:  # fails if there's another plan
        json.dump(plan, file)
    load, results, end = Load(guide, share), [], "ran to the end"
    try:
        for number in range(1, seconds + 1):
            latest = load.second()
            results += latest
            if not PLAN.exists():
                end = f"ended by hand after {number} s"
                break
            if latest and share_of(latest) < stop_below:
                end = f"stopped after {number} s"
                break
    finally:
        PLAN.unlink(missing_ok=True)
    return report(results + load.end(), end)


# #endregion run


def main(guide):
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    try:
        print(run(guide, sys.argv[1], int(sys.argv[2]), seconds))
    except FileExistsError:
        sys.exit(f"{PLAN} exists. If no experiment is running, delete it.")


if __name__ == "__main__":
    main("http://127.0.0.1:8000")
