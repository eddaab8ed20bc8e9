# #region app
import json
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from .hub import Hub
from .middleware import CountingSize


@asynccontextmanager
async def lifespan(app):
    hub = Hub()
    try:
        yield {"hub": hub}
    finally:
        hub.close()


async def stream(request):
    async def events():
        with request.state.hub.screen() as queue:
            yield ": hello\n\n"
            while (goal := await queue.get()) is not None:
                yield f"data: {json.dumps(goal)}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


async def add_goal(request):
    try:
        goal = await request.json()
    except ValueError:
        goal = None
    if not isinstance(goal, dict) or type(goal.get("minute")) is not int:
        raise HTTPException(400, "Send JSON with a minute")
    request.state.hub.publish({"minute": goal["minute"]})
    return Response(status_code=204)


async def screens(request):
    return JSONResponse({"screens": len(request.state.hub.queues)})


app = Starlette(
    routes=[
        Route("/screens", screens),
        Route("/stream", stream),
        Route("/goals", add_goal, methods=["POST"]),
    ],
    middleware=[Middleware(CountingSize)],
    lifespan=lifespan,
)
# #endregion app
