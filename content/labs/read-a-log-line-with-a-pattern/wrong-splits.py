# fails: Lines of another form are refused
def parse(line):
    parts = line.split()
    if len(parts) < 8:
        return None
    return {
        "address": parts[0],
        "time": f"{parts[1]} {parts[2]}".strip("[]"),
        "method": parts[3].strip('"'),
        "target": parts[4],
        "status": int(parts[6]) if parts[6].isdigit() else 0,
        "size": int(parts[7]) if parts[7].isdigit() else 0,
    }
