# fails: An IPv6 address is an address
import re

pattern = re.compile(r'([0-9.]+) \[([^\]]+)\] "([A-Z]+) ([^\s"]+) HTTP/[0-9.]+" ([0-9]{3}) ([0-9]+|-)')


def parse(line):
    match = pattern.fullmatch(line.rstrip("\n"))
    if not match:
        return None
    address, time, method, target, status, size = match.groups()
    return {"address": address, "time": time, "method": method, "target": target, "status": int(status), "size": int(size.replace("-", "0"))}
