from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import path
from django.views.generic import UpdateView

from .models import Dedication


# #region first-try
class DedicationEdit(UpdateView, LoginRequiredMixin):
    model = Dedication
    fields = "__all__"
    success_url = "/"


urlpatterns = [path("dedications/<int:pk>/edit/", DedicationEdit.as_view())]
# #endregion first-try
