# fails: Every wrong value is refused, with the name of its setting
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
        errors.append("PORT")
    url = environ.get("DATABASE_URL") or ""
    if not url.startswith("postgresql://"):
        errors.append("DATABASE_URL")
    debug = (environ.get("DEBUG") or "false").lower()
    if debug not in ("true", "false"):
        errors.append("DEBUG")
    key = environ.get("API_KEY") or ""
    if len(key) < 15:
        errors.append("API_KEY")
    if errors:
        raise ConfigError(", ".join(errors))
    return Settings(int(port), url, debug == "true", key)
