from django.urls import path

from . import views

app_name = "repairs"
urlpatterns = [
    path("", views.repair_list, name="list"),
    path("repairs/new/", views.register, name="register"),
    path("repairs/<int:pk>/", views.detail, name="detail"),
]
