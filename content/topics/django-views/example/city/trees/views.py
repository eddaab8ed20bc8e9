from django.contrib.auth.decorators import login_not_required, permission_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic import CreateView, DeleteView, ListView, UpdateView

from .models import Dedication, Tree


# #region list
@method_decorator(login_not_required, name="dispatch")
class DedicationList(ListView):
    queryset = Dedication.objects.filter(approved=True).select_related("tree")
    ordering = ["tree__street", "pk"]
    paginate_by = 20


# #endregion list


# #region own
class OwnDedications:
    """The view finds only the dedications of the user who is logged in."""

    model = Dedication
    success_url = reverse_lazy("dedications")

    def get_queryset(self):
        return super().get_queryset().filter(owner=self.request.user)


class DedicationEdit(OwnDedications, UpdateView):
    fields = ["text"]

    def form_valid(self, form):
        updated = (
            self.get_queryset()
            .filter(pk=self.object.pk)
            .update(
                text=form.cleaned_data["text"], version=F("version") + 1, approved=False
            )
        )
        if not updated:
            raise Http404("Deleted in the meantime")
        return redirect(self.success_url)


class DedicationDelete(OwnDedications, DeleteView):
    pass


# #endregion own


# #region create
class DedicationCreate(CreateView):
    model = Dedication
    fields = ["text"]
    success_url = reverse_lazy("dedications")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.tree = get_object_or_404(Tree, pk=kwargs["tree"])

    def form_valid(self, form):
        form.instance.tree = self.tree
        form.instance.owner = self.request.user
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            taken = Dedication.objects.filter(tree=self.tree).first()
            if taken is None:
                raise Http404("The tree is gone")
            mine = taken.owner == self.request.user
            if mine and taken.text == form.instance.text:  # the same request again
                return redirect(self.success_url)
            form.add_error(None, "This tree already has a dedication.")
            return self.form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(tree=self.tree, **kwargs)


# #endregion create


# #region pending
class PendingDedications(PermissionRequiredMixin, ListView):
    permission_required = "trees.approve_dedication"
    queryset = Dedication.objects.filter(approved=False).select_related("tree", "owner")
    ordering = ["pk"]
    paginate_by = 20
    template_name = "trees/pending.html"


# #endregion pending


# #region approve
@require_POST
@permission_required("trees.approve_dedication", raise_exception=True)
def approve(request, pk, version):
    dedication = get_object_or_404(Dedication, pk=pk)
    same_text = Dedication.objects.filter(pk=dedication.pk, version=version)
    if not same_text.update(approved=True):
        return HttpResponse("The text has changed. Read it again.", status=409)
    return redirect("pending")


# #endregion approve
