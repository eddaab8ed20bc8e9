# fails: Lines of another form are refused
import re

pattern = re.compile(r'([0-9a-fA-F.:]+) \[([^\]]+)\] "([A-Z]+) ([^\s"]+) HTTP/[0-9.]+" ([0-9]{3}) ([0-9]+|-)')


def parse(line):
    match = pattern.match(line)
    if not match or "\n" in line.rstrip("\n"):
        return None
    address, time, method, target, status, size = match.groups()
    return {"address": address, "time": time, "method": method, "target": target, "status": int(status), "size": int(size.replace("-", "0"))}
