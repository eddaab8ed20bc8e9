# fails: The secret's value is not in the message
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
    port = environ.get("PORT") or "8080"
    if not port.isdigit() or not 1 <= int(port) <= 65535:
        errors.append(f"PORT {port!r}")
    url = environ.get("DATABASE_URL") or ""
    if not url.startswith("postgresql://"):
        errors.append(f"DATABASE_URL {url!r}")
    debug = (environ.get("DEBUG") or "false").lower()
    if debug not in ("true", "false"):
        errors.append(f"DEBUG {debug!r}")
    key = environ.get("API_KEY") or ""
    if len(key) < 16:
        errors.append(f"API_KEY {key!r}")
    if errors:
        raise ConfigError(", ".join(errors))
    return Settings(int(port), url, debug == "true", key)
