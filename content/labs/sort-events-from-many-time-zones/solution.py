from datetime import datetime, timezone


def timeline(events):
    moments = [(in_utc(time), name) for time, name in events]
    moments.sort(key=lambda event: event[0])
    return [(moment.isoformat(), name) for moment, name in moments]


def in_utc(time):
    moment = datetime.fromisoformat(time)
    if moment.tzinfo is None:
        raise ValueError(f"The time {time} has no offset, such as +01:00 or Z.")
    return moment.astimezone(timezone.utc)
