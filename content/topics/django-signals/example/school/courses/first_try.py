from django.core.mail import send_mail


# #region first-try
def welcome(sender, instance, **kwargs):
    send_mail(f"Welcome to {instance.course.title}", "", None, [instance.email])


# #endregion first-try
