import sys

from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from rings import first_try, main
from rings.database import engine
from rings.demo import create_demo_data

app = first_try.app if sys.argv[1:] == ["first_try"] else main.app
headers = {"Authorization": "Bearer k1"}


def commit_fails(session: Session) -> None:
    raise OSError("the database is gone")


create_demo_data(engine)
client = TestClient(app, headers=headers, raise_server_exceptions=False)
response = client.post("/sightings", json={"ring": "AB1234"})
print(response.status_code, response.json())

event.listen(Session, "before_commit", commit_fails)
response = client.post("/sightings", json={"ring": "CD5678"})
print(response.status_code, response.text)
