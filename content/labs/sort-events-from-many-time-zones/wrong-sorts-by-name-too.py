# fails: Events of the same moment keep their order
from datetime import datetime, timezone


def timeline(events):
    result = []
    for time, name in events:
        moment = datetime.fromisoformat(time)
        if moment.tzinfo is None:
            raise ValueError(f"{time} has no offset")
        result.append((moment.astimezone(timezone.utc).isoformat(), name))
    return sorted(result)
