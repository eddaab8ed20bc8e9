from datetime import timedelta

from django.core.mail import send_mail
from django.core.management.base import BaseCommand
from django.db.models import Q
from django.utils import timezone

from courses.models import Mail


# #region send
class Command(BaseCommand):
    help = "Send the mails that wait. Run it every minute."

    def handle(self, **options):
        stale = Q(claimed_at__lt=timezone.now() - timedelta(minutes=10))
        waiting = Mail.objects.filter(Q(claimed_at=None) | stale, sent_at=None)
        for mail in waiting.order_by("pk")[:500]:
            claim = Mail.objects.filter(pk=mail.pk, claimed_at=mail.claimed_at)
            if not claim.update(claimed_at=timezone.now()):
                continue  # another process has taken it
            try:
                send_mail(mail.subject, "", None, [mail.to])
            except (OSError, ValueError) as error:
                self.stderr.write(f"mail {mail.pk}: {error}")
                continue
            Mail.objects.filter(pk=mail.pk).update(sent_at=timezone.now())


# #endregion send
