# fails: A status has three digits
# says: accepts a status with any number of digits.
import re

pattern = re.compile(
    r"""
    (?P<address>[0-9a-fA-F.:]+)\ 
    \[(?P<time>[^\]]+)\]\ 
    "(?P<method>[A-Z]+)\ (?P<target>[^\s"]+)\ HTTP/[0-9.]+"\ 
    (?P<status>[0-9]+)\ 
    (?P<size>[0-9]+|-)
    """,
    re.VERBOSE,
)


def parse(line):
    match = pattern.fullmatch(line.rstrip("\r\n"))
    if match is None:
        return None
    size = match["size"]
    return {
        "address": match["address"],
        "time": match["time"],
        "method": match["method"],
        "target": match["target"],
        "status": int(match["status"]),
        "size": 0 if size == "-" else int(size),
    }
