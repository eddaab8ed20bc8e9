from django.conf import settings
from django.db import models


class Repair(models.Model):
    item = models.CharField(max_length=80)
    problem = models.TextField(max_length=2000)
    reported_at = models.DateTimeField(auto_now_add=True)
    volunteer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )

    class Meta:
        ordering = ["reported_at", "pk"]

    def __str__(self):
        return self.item
