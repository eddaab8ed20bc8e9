# #region urls
from django.urls import path

from . import views

urlpatterns = [
    path("", views.DedicationList.as_view(), name="dedications"),
    path("trees/<int:tree>/dedicate/", views.DedicationCreate.as_view(), name="create"),
    path("dedications/<int:pk>/edit/", views.DedicationEdit.as_view(), name="edit"),
    path(
        "dedications/<int:pk>/delete/", views.DedicationDelete.as_view(), name="delete"
    ),
    path("dedications/pending/", views.PendingDedications.as_view(), name="pending"),
    path("dedications/<int:pk>/approve/<int:version>/", views.approve, name="approve"),
]
# #endregion urls
