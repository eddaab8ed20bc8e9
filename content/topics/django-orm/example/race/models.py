from django.db import models
from django.db.models import Count, Max


class Town(models.Model):
    name = models.CharField(max_length=80, unique=True)

    def __str__(self):
        return self.name


# region queryset
class RunnerQuerySet(models.QuerySet):
    def with_results(self):
        return self.select_related("town").annotate(
            passed=Count("passages"), last_km=Max("passages__km")
        )


# endregion queryset


# region runner
class Runner(models.Model):
    name = models.CharField(max_length=80)
    town = models.ForeignKey(Town, models.PROTECT, related_name="runners")
    laps = models.PositiveIntegerField(default=0)

    objects = RunnerQuerySet.as_manager()

    def __str__(self):
        return self.name


# endregion runner


# region passage
class Passage(models.Model):
    runner = models.ForeignKey(Runner, models.CASCADE, related_name="passages")
    km = models.PositiveIntegerField()
    seconds = models.PositiveIntegerField()

    class Meta:
        ordering = ["km"]
        constraints = [
            models.UniqueConstraint(fields=["runner", "km"], name="once_per_km")
        ]

    def __str__(self):
        return f"{self.runner_id} at km {self.km}"


# endregion passage
