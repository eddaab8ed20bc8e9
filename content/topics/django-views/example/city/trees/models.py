from django.conf import settings
from django.db import models


class Tree(models.Model):
    species = models.CharField(max_length=60)
    street = models.CharField(max_length=80)

    def __str__(self):
        return f"{self.species}, {self.street}"


# #region models
class Dedication(models.Model):
    tree = models.OneToOneField(Tree, models.PROTECT)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    text = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)  # of the text
    approved = models.BooleanField(default=False)

    class Meta:
        permissions = [("approve_dedication", "Can approve dedications")]


# #endregion models
