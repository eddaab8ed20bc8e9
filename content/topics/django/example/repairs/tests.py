from threading import Barrier, Thread
from unittest import skipUnless

from django.db import connection
from django.test import Client, TestCase, TransactionTestCase
from django.urls import reverse

from accounts.models import User

from .models import Repair


class RegisterTests(TestCase):
    url = "/repairs/new/"

    def test_visitor_registers_a_repair(self):
        data = {"item": "Toaster <old>", "problem": "It trips the fuse."}
        response = self.client.post(self.url, data, follow=True)
        self.assertRedirects(response, "/")  # a reload doesn't post again
        self.assertContains(response, "Toaster &lt;old&gt;")
        self.assertContains(response, "A volunteer will look at it.")

    def test_form_is_shown_again_with_its_errors(self):
        for data in [{}, {"item": "x" * 81, "problem": "y" * 2001}]:
            response = self.client.post(self.url, data)
            self.assertEqual(len(response.context["form"].errors), 2)
        self.assertEqual(Repair.objects.count(), 0)

    def test_visitor_cannot_choose_the_volunteer(self):
        ann = User.objects.create_user("ann@example.com")
        data = {"item": "Lamp", "problem": "Dark.", "volunteer": ann.pk}
        self.client.post(self.url, data)
        self.assertIsNone(Repair.objects.get().volunteer)

    def test_form_without_a_csrf_token_is_refused(self):
        client = Client(enforce_csrf_checks=True)
        self.assertEqual(client.post(self.url, {"item": "Lamp"}).status_code, 403)

    def test_every_form_sends_the_token(self):
        repair = Repair.objects.create(item="Lamp", problem="Dark.")
        for url in ["/login/", self.url, reverse("repairs:detail", args=[repair.pk])]:
            page = self.client.get(url, follow=True).text
            forms = page.count('<form method="post"')
            self.assertGreater(forms, 0)
            self.assertEqual(page.count('name="csrfmiddlewaretoken"'), forms, url)
            self.client.force_login(User.objects.get_or_create(email="ann@x.org")[0])


class TakeTests(TestCase):
    def setUp(self):
        self.repair = Repair.objects.create(item="Toaster", problem="Smoke.")
        self.url = reverse("repairs:detail", args=[self.repair.pk])
        self.ann = User.objects.create_user("ann@example.com")
        self.ben = User.objects.create_user("ben@example.com")

    def take(self, user):
        self.client.force_login(user)
        return self.client.post(self.url)

    # region second
    def test_second_volunteer_gets_409_and_the_first_keeps_it(self):
        self.assertRedirects(self.take(self.ann), self.url)
        response = self.take(self.ben)
        self.assertContains(response, "Another volunteer", status_code=409)
        self.repair.refresh_from_db()
        self.assertEqual(self.repair.volunteer, self.ann)

    def test_repeating_a_success_is_no_conflict(self):
        self.take(self.ann)
        self.assertRedirects(self.take(self.ann), self.url)

    # endregion second

    def test_anonymous_visitor_is_sent_to_the_login_and_back(self):
        response = self.client.post(self.url)
        self.assertRedirects(response, f"/login/?next={self.url}")
        self.client.force_login(self.ann)
        self.assertContains(self.client.get(self.url), "repair it")

    def test_unknown_repair_is_404(self):
        self.client.force_login(self.ann)
        self.assertEqual(self.client.post("/repairs/999/").status_code, 404)
        self.assertEqual(self.client.get("/repairs/x/").status_code, 404)


@skipUnless(connection.vendor == "postgresql", "needs concurrent connections")
class RaceTests(TransactionTestCase):
    def test_ten_volunteers_at_once(self):
        repair = Repair.objects.create(item="Toaster", problem="Smoke.")
        users = [User.objects.create_user(f"v{n}@example.com") for n in range(10)]
        start = Barrier(len(users))
        statuses = []

        def take(user):
            client = Client()
            client.force_login(user)
            start.wait()
            response = client.post(reverse("repairs:detail", args=[repair.pk]))
            said = "Another volunteer" in response.text
            statuses.append((response.status_code, said))
            connection.close()

        threads = [Thread(target=take, args=[user]) for user in users]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(statuses), [(302, False)] + [(409, True)] * 9)
