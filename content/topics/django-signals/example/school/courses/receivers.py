# #region receivers
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

from .models import Login


@receiver(user_logged_in, dispatch_uid="courses.record_login")
def record_login(sender, request, user, **kwargs):
    Login.objects.create(user=user)


# #endregion receivers
