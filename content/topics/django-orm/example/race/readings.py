from django.db import transaction
from django.db.models import F

from .models import Passage, Runner


# region record
def record(runner_id, km, seconds):
    """Store what a checkpoint read; reading the same chip again changes nothing."""
    with transaction.atomic():
        passage, created = Passage.objects.get_or_create(
            runner_id=runner_id, km=km, defaults={"seconds": seconds}
        )
        if created:
            Runner.objects.filter(pk=runner_id).update(laps=F("laps") + 1)
    return passage, created


# endregion record
