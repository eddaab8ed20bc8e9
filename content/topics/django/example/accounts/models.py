from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


# region manager
class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        if not email:
            raise ValueError("An account needs an email address")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(
            email, password, **{**fields, "is_staff": True, "is_superuser": True}
        )

    def by_email(self, email):
        lower = Lower(models.Value(email))
        return self.alias(lower=Lower("email")).filter(lower=lower)

    def get_by_natural_key(self, email):
        return self.by_email(email).get()

    async def aget_by_natural_key(self, email):
        return await self.by_email(email).aget()


# endregion manager


# region user
class User(AbstractUser):
    username = None
    email = models.EmailField("email address", unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_in_any_case",
                violation_error_message="An account with this email address exists.",
            )
        ]


# endregion user
