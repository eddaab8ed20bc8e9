# #region ready
from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "courses"

    def ready(self):
        from . import receivers  # noqa: F401


# #endregion ready
