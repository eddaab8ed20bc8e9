from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from .database import engine
from .sightings import router


# region app
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    with engine.connect():
        pass  # a wrong DATABASE_URL stops the start
    yield
    engine.dispose()


app = FastAPI(title="Ringed birds", lifespan=lifespan)
app.include_router(router)
# endregion app


# region errors
@app.exception_handler(RequestValidationError)
async def without_input(request: Request, error: RequestValidationError):
    detail = [{key: e[key] for key in ("loc", "msg", "type")} for e in error.errors()]
    return JSONResponse({"detail": detail}, status_code=422)


# endregion errors
