from django.conf import settings
from django.db import models
from django.utils import timezone


class Course(models.Model):
    title = models.CharField(max_length=80)
    seats = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)


class Enrollment(models.Model):
    course = models.ForeignKey(Course, models.CASCADE)
    email = models.EmailField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "email"], name="enrolled_once")
        ]


# #region mail
class Mail(models.Model):
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)


# #endregion mail


class Login(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    at = models.DateTimeField(auto_now_add=True)
