import os

from .postgres import *

# region secret
DEBUG = False
SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
ALLOWED_HOSTS = os.environ["DJANGO_ALLOWED_HOSTS"].split(",")
MAILERS = {}
# endregion secret

# region https
# The proxy in front must set this header itself and drop the client's.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = 3600  # raise it once all pages work with HTTPS
# endregion https

# region silenced
SILENCED_SYSTEM_CHECKS = [
    "mail.W001",  # this project sends no email
    "security.W005",  # the sibling subdomains belong to other teams
    "security.W021",  # and so we can't ask for preloading
]
# endregion silenced

# region static
STATIC_ROOT = BASE_DIR / "staticfiles"
MIDDLEWARE.insert(1, "whitenoise.middleware.WhiteNoiseMiddleware")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# endregion static
