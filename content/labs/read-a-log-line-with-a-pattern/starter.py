import re

pattern = re.compile(r"(?P<address>\S+) (?P<rest>.*)")


def parse(line):
    match = pattern.match(line)
    return match.groupdict() if match else None
