from django.core.mail import send_mail
from django.db import transaction


# #region second-try
def welcome(sender, instance, created, raw, **kwargs):
    if raw or not created:  # raw: loaded from a fixture
        return
    subject = f"Welcome to {instance.course.title}"
    transaction.on_commit(lambda: send_mail(subject, "", None, [instance.email]))


# #endregion second-try
