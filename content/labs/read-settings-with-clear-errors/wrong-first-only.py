# fails: All mistakes are in one message
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
    port = environ.get("PORT") or "8080"
    if not port.isdigit() or not 1 <= int(port) <= 65535:
        raise ConfigError("PORT is wrong")
    url = environ.get("DATABASE_URL") or ""
    if not url.startswith("postgresql://"):
        raise ConfigError("DATABASE_URL is wrong")
    debug = (environ.get("DEBUG") or "false").lower()
    if debug not in ("true", "false"):
        raise ConfigError("DEBUG is wrong")
    key = environ.get("API_KEY") or ""
    if len(key) < 16:
        raise ConfigError("API_KEY is wrong")
    return Settings(int(port), url, debug == "true", key)
