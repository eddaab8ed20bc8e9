# fails: The database URL is not in the message
# says: puts the database URL into the message, password included.
from dataclasses import dataclass


class ConfigError(Exception):
    pass


@dataclass(frozen=True)
class Settings:
    port: int
    database_url: str
    debug: bool
    api_key: str


def load(environ):
    errors = []

    port_text = environ.get("PORT") or "8080"
    port = int(port_text) if port_text.isascii() and port_text.isdigit() else 0
    if not 1 <= port <= 65535:
        errors.append(f"PORT is a whole number from 1 to 65535, not {port_text!r}.")

    database_url = environ.get("DATABASE_URL") or ""
    if not database_url.startswith("postgresql://"):
        errors.append(f"DATABASE_URL begins with postgresql://, not {database_url!r}.")

    debug = (environ.get("DEBUG") or "false").lower()
    if debug not in ("true", "false"):
        errors.append(f"DEBUG is true or false, not {debug!r}.")

    api_key = environ.get("API_KEY") or ""
    if len(api_key) < 16:
        errors.append("API_KEY is required and has at least 16 characters.")

    if errors:
        raise ConfigError("\n".join(errors))
    return Settings(port, database_url, debug == "true", api_key)
