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
    return Settings(
        port=int(environ.get("PORT", 8080)),
        database_url=environ["DATABASE_URL"],
        debug=bool(environ.get("DEBUG")),
        api_key=environ["API_KEY"],
    )
