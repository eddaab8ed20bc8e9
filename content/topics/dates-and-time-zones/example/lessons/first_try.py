# region first-try
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def weekly(first: datetime, zone: str, weeks: int) -> list[datetime]:
    start = first.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return [start + timedelta(weeks=n) for n in range(weeks)]


# endregion first-try
