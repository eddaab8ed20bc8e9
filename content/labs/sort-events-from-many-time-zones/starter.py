def timeline(events):
    return sorted(events)
