from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from .database import SessionLocal, Volunteer, hash_key


def get_sessions() -> sessionmaker[Session]:
    return SessionLocal


Sessions = Annotated[sessionmaker[Session], Depends(get_sessions)]
Credentials = Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]


def current_volunteer(credentials: Credentials, sessions: Sessions) -> int:
    hashed = hash_key(credentials.credentials)
    with sessions() as session:
        found = session.scalar(select(Volunteer.id).where(Volunteer.key_hash == hashed))
    if found is None:
        raise HTTPException(401, "Unknown key", headers={"WWW-Authenticate": "Bearer"})
    return found


VolunteerId = Annotated[int, Depends(current_volunteer)]
