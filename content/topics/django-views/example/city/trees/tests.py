from unittest import mock

from django.contrib.auth.models import Permission, User
from django.test import Client, TestCase, TransactionTestCase, override_settings
from django.urls import reverse

from .models import Dedication, Tree
from .views import DedicationCreate, DedicationEdit


class DedicationCase(TestCase):
    # #region setup
    def setUp(self):
        self.clients = {"anonymous": Client()}
        for name in ["ida", "ben", "gardener"]:
            user = User.objects.create_user(name)
            self.clients[name] = Client()
            self.clients[name].force_login(user)
        may_approve = Permission.objects.get(codename="approve_dedication")
        user.user_permissions.add(may_approve)  # the gardener
        self.tree = Tree.objects.create(species="Lime", street="Mill Lane")
        self.dedication = Dedication.objects.create(
            tree=self.tree,
            owner=User.objects.get(username="ida"),
            text="For Grandpa",
        )
        self.key = self.dedication.pk

    # #endregion setup

    def state(self):
        self.dedication.refresh_from_db()
        return self.dedication.text, self.dedication.version, self.dedication.approved

    def post(self, name, view, *args, **data):
        return self.clients[name].post(reverse(view, args=args), data)


class AccessTests(DedicationCase):
    # #region table
    def test_who_may_open_which_page(self):
        who = ["anonymous", "ida", "ben", "gardener"]
        table = {
            reverse("dedications"): [200, 200, 200, 200],
            reverse("create", args=[self.tree.pk]): [302, 200, 200, 200],
            reverse("edit", args=[self.key]): [302, 200, 404, 404],
            reverse("delete", args=[self.key]): [302, 200, 404, 404],
            reverse("pending"): [302, 403, 403, 200],
            reverse("approve", args=[self.key, 1]): [302, 405, 405, 405],
        }
        for url, expected in table.items():
            found = [self.clients[name].get(url).status_code for name in who]
            self.assertEqual(found, expected, url)

    # #endregion table

    # #region attacks
    def test_strangers_cannot_change_anything(self):
        for name, view in [("anonymous", "edit"), ("ben", "edit"), ("ben", "delete")]:
            self.post(name, view, self.key, text="Mine")
        response = self.post("ben", "approve", self.key, 1)
        self.assertEqual(response.status_code, 403)
        self.assertEqual(self.state(), ("For Grandpa", 1, False))

    def test_a_form_takes_only_its_fields(self):
        ben = User.objects.get(username="ben").pk
        self.post("ida", "edit", self.key, text="New", owner=ben, approved="on")
        self.assertEqual(self.state(), ("New", 2, False))
        self.assertEqual(self.dedication.owner.username, "ida")

    # #endregion attacks

    def test_unknown_and_odd_ids(self):
        huge = "9" * 30
        for path in [
            f"dedications/{huge}/edit/",
            "dedications/x/edit/",
            "trees/9/dedicate/",
        ]:
            self.assertEqual(self.clients["ida"].get(f"/{path}").status_code, 404, path)
        for ids, status in [((999, 1), 404), ((self.key, huge), 409)]:
            response = self.post("gardener", "approve", *ids)
            self.assertEqual(response.status_code, status)

    @override_settings(
        ROOT_URLCONF="trees.first_try",
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
    )
    def test_the_first_try_lets_anyone_change_anything(self):
        ben = User.objects.get(username="ben").pk
        data = {"tree": self.tree.pk, "owner": ben, "text": "Mine", "version": 1}
        response = Client().post(
            f"/dedications/{self.key}/edit/", data | {"approved": "on"}
        )
        self.assertEqual(response.status_code, 302)
        self.assertEqual(self.state(), ("Mine", 1, True))


class WorkTests(DedicationCase):
    def test_the_list_shows_approved_ones_in_pages(self):
        owner = self.dedication.owner
        for n in range(25):
            tree = Tree.objects.create(species="Oak", street="Main Street")
            Dedication.objects.create(
                tree=tree, owner=owner, text=f"<b>{n}", approved=True
            )
        Tree.objects.filter(pk=tree.pk).update(street="Birch Way")
        with self.assertNumQueries(2) as queries:
            first = self.client.get("/")
        self.assertIn('"trees_dedication"."id" ASC', queries[1]["sql"])
        second = self.client.get("/?page=2")
        self.assertEqual(first.context["page_obj"][0].tree.street, "Birch Way")
        with self.assertNumQueries(6):  # session, user, permissions (2), count, rows
            self.clients["gardener"].get(reverse("pending"))
        self.assertEqual(len(first.context["page_obj"]), 20)
        self.assertEqual(len(second.context["page_obj"]), 5)
        self.assertContains(first, "&lt;b&gt;0")
        self.assertNotContains(first, "For Grandpa")
        for page in ["9", "x", "0"]:
            self.assertEqual(self.client.get(f"/?page={page}").status_code, 404)

    def test_a_dedication_belongs_to_the_user_who_creates_it(self):
        tree = Tree.objects.create(species="Oak", street="Main Street")
        ida = User.objects.get(username="ida").pk
        response = self.post("ben", "create", tree.pk, text="For Ada", owner=ida)
        self.assertRedirects(response, "/")
        new = Dedication.objects.get(tree=tree)
        self.assertEqual((new.owner.username, new.approved), ("ben", False))

    # #region taken
    def test_a_tree_is_given_once(self):
        for name, text in [("ben", "For Grandpa"), ("ida", "Mine")]:
            response = self.post(name, "create", self.tree.pk, text=text)
            self.assertContains(response, "already has a dedication")
        self.assertEqual(Dedication.objects.get().text, "For Grandpa")

    def test_the_same_request_again_is_a_success(self):
        response = self.post("ida", "create", self.tree.pk, text="For Grandpa")
        self.assertRedirects(response, "/")
        self.assertEqual(Dedication.objects.count(), 1)

    # #endregion taken

    def test_bad_texts_are_shown_again(self):
        for text in ["", "x" * 61, "a\0b"]:
            response = self.post("ida", "edit", self.key, text=text)
            self.assertEqual(response.status_code, 200)
            self.assertTrue(response.context["form"].errors)
        self.assertEqual(self.state(), ("For Grandpa", 1, False))

    # #region approve
    def test_the_gardener_approves_the_text_that_she_has_read(self):
        page = self.clients["gardener"].get(reverse("pending"))
        self.assertContains(page, reverse("approve", args=[self.key, 1]))
        self.post("ida", "edit", self.key, text="Buy my shoes")

        late = self.post("gardener", "approve", self.key, 1)
        self.assertEqual(late.status_code, 409)
        self.assertEqual(self.state(), ("Buy my shoes", 2, False))

        self.assertEqual(self.post("gardener", "approve", self.key, 2).status_code, 302)
        self.assertEqual(self.state(), ("Buy my shoes", 2, True))
        self.post("ida", "edit", self.key, text="For Grandma")
        self.assertEqual(self.state(), ("For Grandma", 3, False))

    # #endregion approve

    def test_an_edit_and_an_approval_change_one_dedication(self):
        tree = Tree.objects.create(species="Oak", street="Main Street")
        owner = self.dedication.owner
        other = Dedication.objects.create(tree=tree, owner=owner, text="For Ada")
        self.post("gardener", "approve", self.key, 1)
        self.post("ida", "edit", self.key, text="For Grandma")
        other.refresh_from_db()
        self.assertEqual((other.text, other.version), ("For Ada", 1))
        self.assertFalse(other.approved)

    def test_an_edit_does_not_bring_back_what_was_deleted_meanwhile(self):
        original = DedicationEdit.form_valid

        def delete_first(view, form):
            Dedication.objects.all().delete()
            return original(view, form)

        with mock.patch.object(DedicationEdit, "form_valid", delete_first):
            response = self.post("ida", "edit", self.key, text="New")
        self.assertEqual(response.status_code, 404)
        self.assertEqual(Dedication.objects.count(), 0)

    def test_only_a_post_deletes(self):
        self.clients["ida"].get(reverse("delete", args=[self.key]))
        self.assertEqual(Dedication.objects.count(), 1)
        self.assertRedirects(self.post("ida", "delete", self.key), "/")
        self.assertEqual(Dedication.objects.count(), 0)
        self.assertEqual(self.post("ida", "delete", self.key).status_code, 404)

    def test_forms_need_the_csrf_token(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.dedication.owner)
        response = client.post(reverse("edit", args=[self.key]), {"text": "New"})
        self.assertEqual(response.status_code, 403)


class GoneTests(TransactionTestCase):
    """Foreign keys are checked at the end of the transaction."""

    def test_a_tree_that_is_felled_meanwhile_is_a_404(self):
        tree = Tree.objects.create(species="Lime", street="Mill Lane")
        self.client.force_login(User.objects.create_user("ida"))
        original = DedicationCreate.form_valid

        def fell_first(view, form):
            Tree.objects.all().delete()
            return original(view, form)

        url = reverse("create", args=[tree.pk])
        with mock.patch.object(DedicationCreate, "form_valid", fell_first):
            response = self.client.post(url, {"text": "For Grandpa"})
        self.assertEqual(response.status_code, 404)
        self.assertEqual(Dedication.objects.count(), 0)
