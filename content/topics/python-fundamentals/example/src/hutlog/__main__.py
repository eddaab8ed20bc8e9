"""The command: hutlog FILE, or python -m hutlog FILE."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from hutlog.readings import read
from hutlog.summary import lowest_by_hut


# #region main
def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="hutlog", description="Print the lowest temperature of each hut."
    )
    parser.add_argument("file", type=Path)
    args = parser.parse_args(argv)

    try:
        with args.file.open(encoding="utf-8-sig") as lines:
            readings, problems = read(lines)
    except (OSError, UnicodeDecodeError) as error:
        print(f"hutlog: cannot read {args.file}: {error}", file=sys.stderr)
        return 1

    for hut, reading in lowest_by_hut(readings).items():
        print(f"{hut:<8} {reading.celsius:+.1f} at {reading.at:%H:%M}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
# #endregion main
