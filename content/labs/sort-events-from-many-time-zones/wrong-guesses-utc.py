# fails: A time without an offset is refused and named
from datetime import datetime, timezone


def timeline(events):
    result = []
    for time, name in events:
        moment = datetime.fromisoformat(time)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=timezone.utc)
        result.append((moment.astimezone(timezone.utc), name))
    result.sort(key=lambda event: event[0])
    return [(moment.isoformat(), name) for moment, name in result]
