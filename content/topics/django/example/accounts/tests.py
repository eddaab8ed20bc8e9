from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from .models import User


class EmailLoginTests(TestCase):
    def setUp(self):
        self.ann = User.objects.create_user("Ann@example.com", "trust-no-toaster")

    def log_in(self, email, password="trust-no-toaster"):
        return self.client.post(
            reverse("login"), {"username": email, "password": password}
        )

    def test_email_in_any_case_logs_in(self):
        self.assertRedirects(self.log_in("ann@EXAMPLE.com"), reverse("repairs:list"))

    def test_similar_email_is_another_account(self):
        # PostgreSQL: equal in UPPER(), but not in LOWER(), which the constraint uses.
        User.objects.create_user("mike@example.com", "trust-no-toaster")
        User.objects.create_user("mıke@example.com", "other-password")
        self.assertRedirects(self.log_in("Mike@example.com"), reverse("repairs:list"))

    def test_wrong_password_does_not(self):
        self.assertContains(
            self.log_in("Ann@example.com", "x"), "correct email address"
        )

    def test_login_leads_only_to_this_site(self):
        response = self.client.post(
            reverse("login"),
            {
                "username": "ann@example.com",
                "password": "trust-no-toaster",
                "next": "https://evil.example/",
            },
        )
        self.assertRedirects(response, reverse("repairs:list"))

    def test_same_email_in_another_case_is_refused(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            User.objects.create_user("ann@example.com")

    def test_account_without_an_email_is_refused(self):
        with self.assertRaises(ValueError):
            User.objects.create_user("", "trust-no-toaster")

    def test_createsuperuser_needs_no_username(self):
        call_command(
            "createsuperuser", email="boss@example.com", interactive=False, verbosity=0
        )
        self.assertTrue(User.objects.get(email="boss@example.com").is_superuser)

    def test_admin_adds_an_account_and_reports_a_duplicate(self):
        boss = User.objects.create_superuser("boss@example.com", "a-long-password")
        self.client.force_login(boss)
        form = {
            "usable_password": "true",
            "password1": "blue-soldering-iron",
            "password2": "blue-soldering-iron",
        }
        url = reverse("admin:accounts_user_add")
        self.client.post(url, {**form, "email": "kim@example.com"})
        self.assertTrue(
            User.objects.get(email="kim@example.com").check_password(
                "blue-soldering-iron"
            )
        )
        response = self.client.post(url, {**form, "email": "ANN@example.com"})
        self.assertContains(response, "An account with this email address exists.")
        page = reverse("admin:accounts_user_change", args=[self.ann.pk])
        self.assertContains(self.client.get(page), "Ann@example.com")
