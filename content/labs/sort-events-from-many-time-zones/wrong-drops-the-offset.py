# fails: Each time is given in UTC
from datetime import datetime, timezone


def timeline(events):
    result = []
    for time, name in events:
        moment = datetime.fromisoformat(time)
        if moment.tzinfo is None:
            raise ValueError(time)
        result.append((moment.replace(tzinfo=timezone.utc).isoformat(), name))
    return sorted(result, key=lambda event: event[0])
