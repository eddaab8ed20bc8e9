from datetime import timedelta

from django.core.mail import send_mail
from django.core.management.base import BaseCommand
from django.utils import timezone

from courses.models import Mail

# #region send
MAX_ATTEMPTS = 8  # the pauses double, from 10 minutes to 11 hours


class Command(BaseCommand):
    help = "Send the mails that wait. Run it every minute."

    def handle(self, **options):
        waiting = Mail.objects.filter(sent_at=None, attempts__lt=MAX_ATTEMPTS)
        due = waiting.filter(due_at__lte=timezone.now())
        for mail in due.order_by("due_at")[:500]:
            pause = timedelta(minutes=10) * 2**mail.attempts
            claim = Mail.objects.filter(pk=mail.pk, attempts=mail.attempts)
            if not claim.update(
                attempts=mail.attempts + 1, due_at=timezone.now() + pause
            ):
                continue  # another process has taken it
            try:
                send_mail(mail.subject, "", None, [mail.to])
            except (OSError, ValueError) as error:
                self.stderr.write(f"mail {mail.pk}, {mail.attempts + 1}: {error}")
                continue
            Mail.objects.filter(pk=mail.pk).update(sent_at=timezone.now())


# #endregion send
