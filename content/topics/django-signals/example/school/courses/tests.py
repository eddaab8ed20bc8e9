import json
import subprocess
import sys
import tempfile
from datetime import timedelta
from unittest import mock

from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import Signal
from django.test import TestCase, TransactionTestCase
from django.utils import timezone

from . import first_try, second_try
from .models import Course, Enrollment, Login, Mail
from .services import Full, enroll


class SignalTests(TransactionTestCase):
    """What each way of writing does with a receiver for post_save."""

    def setUp(self):
        self.course = Course.objects.create(title="Danish A1", seats=3)

    def mails(self, receiver, write):
        mail.outbox.clear()
        post_save.connect(receiver, sender=Enrollment)
        try:
            write()
        finally:
            post_save.disconnect(receiver, sender=Enrollment)
        return [message.to[0] for message in mail.outbox]

    def create(self):
        Enrollment.objects.create(course=self.course, email="ida@example.com")

    def roll_back(self):
        try:
            with transaction.atomic():
                self.create()
                raise Full
        except Full:
            pass

    def save_again(self):
        enrollment = Enrollment(course=self.course, email="ida@example.com")
        Enrollment.objects.bulk_create([enrollment])
        enrollment.save()

    def bulk_create(self):
        new = [Enrollment(course=self.course, email=f"{n}@example.com") for n in "abc"]
        Enrollment.objects.bulk_create(new)

    def load_fixture(self):
        fields = {"course": self.course.pk, "email": "old@example.com"}
        row = {"model": "courses.enrollment", "pk": 99, "fields": fields}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump([row], file)
            file.flush()
            call_command("loaddata", file.name, verbosity=0)

    # #region compare
    def test_how_many_mails_each_way_of_writing_sends(self):
        found = {}
        for receiver in [first_try.welcome, second_try.welcome]:
            for write in [
                self.create,
                self.roll_back,
                self.save_again,
                self.bulk_create,
                self.load_fixture,
            ]:
                Enrollment.objects.all().delete()
                mails = len(self.mails(receiver, write))
                found.setdefault(write.__name__, []).append(mails)
        self.assertEqual(
            found,
            {
                "create": [1, 1],
                "roll_back": [1, 0],
                "save_again": [1, 0],
                "bulk_create": [0, 0],  # 3 enrollments
                "load_fixture": [1, 0],
            },
        )

    # #endregion compare

    def test_a_receiver_that_raises_undoes_the_row_only_in_a_transaction(self):
        def fail(**kwargs):
            raise ValueError("broken")

        def create_in_transaction():
            with transaction.atomic():
                self.create()

        for write, rows in [(create_in_transaction, 0), (self.create, 1)]:
            with self.assertRaises(ValueError):
                self.mails(fail, write)
            self.assertEqual(Enrollment.objects.count(), rows)


def minutes(n):
    return timedelta(minutes=n)


class EnrollTests(TestCase):
    def setUp(self):
        self.course = Course.objects.create(title="Danish A1", seats=3)

    # #region enroll
    def test_everyone_who_is_enrolled_gets_one_mail(self):
        emails = ["ida@example.com", "ben@example.com", " Ida@example.com"]
        enroll(self.course.pk, emails)
        enroll(self.course.pk, emails[:1])  # the request comes again
        call_command("send_mails")
        Mail.objects.update(due_at=timezone.now())  # the pause is over
        call_command("send_mails")
        self.assertEqual(Enrollment.objects.count(), 2)
        self.assertEqual([m.to[0] for m in mail.outbox], emails[:2])
        self.course.refresh_from_db()
        self.assertEqual(self.course.taken, 2)

    def test_a_full_course_enrolls_no_one_and_sends_nothing(self):
        with self.assertRaises(Full):
            enroll(self.course.pk, [f"{n}@example.com" for n in range(4)])
        call_command("send_mails")
        self.assertEqual((Enrollment.objects.count(), len(mail.outbox)), (0, 0))

    # #endregion enroll

    def test_a_crash_before_the_commit_leaves_nothing(self):
        with mock.patch.object(Mail.objects, "bulk_create", side_effect=SystemExit):
            with self.assertRaises(SystemExit):
                enroll(self.course.pk, ["ida@example.com"])
        self.course.refresh_from_db()
        self.assertEqual((self.course.taken, Enrollment.objects.count()), (0, 0))

    def test_a_mail_server_that_is_down_delays_the_mail(self):
        enroll(self.course.pk, ["ida@example.com", "ben@example.com"])
        sender = "courses.management.commands.send_mails.send_mail"
        with mock.patch(sender, side_effect=[TimeoutError("timed out"), 1]):
            call_command("send_mails", stderr=mock.Mock())
        unsent = Mail.objects.get(sent_at=None)
        self.assertEqual(unsent.to, "ida@example.com")
        call_command("send_mails")
        self.assertEqual(mail.outbox, [])  # not due yet
        Mail.objects.filter(pk=unsent.pk).update(due_at=unsent.due_at - minutes(11))
        call_command("send_mails")
        self.assertEqual([m.to[0] for m in mail.outbox], ["ida@example.com"])

    def test_a_mail_that_cannot_be_sent_does_not_stop_the_others(self):
        Mail.objects.create(to="a@example.com", subject="Hi\nBcc: x@example.com")
        Mail.objects.create(to="b@example.com", subject="Hi")
        call_command("send_mails", stderr=mock.Mock())
        self.assertEqual([m.to[0] for m in mail.outbox], ["b@example.com"])

    def test_a_dead_address_is_given_up_after_eight_attempts(self):
        enroll(self.course.pk, ["gone@example.com"])
        sender = "courses.management.commands.send_mails.send_mail"
        pauses = []
        with mock.patch(sender, side_effect=OSError("550 no such user")) as sending:
            for _ in range(20):
                before = timezone.now()
                call_command("send_mails", stderr=mock.Mock())
                pauses.append(round((Mail.objects.get().due_at - before) / minutes(1)))
                Mail.objects.update(due_at=timezone.now())
        self.assertEqual(sending.call_count, 8)
        self.assertEqual(pauses[:8], [10, 20, 40, 80, 160, 320, 640, 1280])

    def test_two_processes_do_not_send_the_same_mail(self):
        enroll(self.course.pk, ["ida@example.com", "ben@example.com"])
        sent = []

        def overtake(subject, body, sender, to):
            if not sent:
                sent.append(to[0])
                call_command("send_mails")  # a second process has the rest
            else:
                sent.append(to[0])

        sender = "courses.management.commands.send_mails.send_mail"
        with mock.patch(sender, side_effect=overtake):
            call_command("send_mails")
        self.assertEqual(sent, ["ida@example.com", "ben@example.com"])


class ReceiverTests(TestCase):
    def test_a_login_is_recorded_once(self):
        self.client.force_login(User.objects.create_user("ida"))
        self.assertEqual(Login.objects.count(), 1)

    # #region connected
    def test_each_process_connects_the_receiver(self):
        code = (
            "from django.contrib.auth.signals import user_logged_in as s; "
            "print([r[0][0] for r in s.receivers])"
        )
        command = [sys.executable, "manage.py", "shell", "-c", code]
        printed = subprocess.run(command, capture_output=True, text=True).stdout
        self.assertIn("courses.record_login", printed)

    # #endregion connected

    # #region dispatch
    def test_a_uid_prevents_a_second_connection_and_weak_ones_get_lost(self):
        signal = Signal()
        calls = []

        def make():
            return lambda **kwargs: calls.append("called")

        signal.connect(make())  # no one else holds this function
        signal.send(sender=None)
        self.assertEqual(calls, [])

        signal.connect(make(), weak=False, dispatch_uid="one")
        signal.connect(make(), weak=False, dispatch_uid="one")
        signal.send(sender=None)
        self.assertEqual(calls, ["called"])

    # #endregion dispatch

    def test_an_error_in_a_receiver_reaches_the_sender(self):
        signal = Signal()
        calls = []

        def fail(**kwargs):
            raise ValueError("broken")

        def count(**kwargs):
            calls.append(1)

        signal.connect(fail)
        signal.connect(count)
        with self.assertRaises(ValueError):
            signal.send(sender=None)
        self.assertEqual(calls, [])
        results = signal.send_robust(sender=None)
        self.assertEqual(calls, [1])
        self.assertIsInstance(results[0][1], ValueError)
