# #region app
import json
from contextlib import aclosing, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from .hub import Hub
from .middleware import CountingSize, SendLimit


@asynccontextmanager
async def lifespan(app):
    hub = Hub()
    try:
        yield {"hub": hub}
    finally:
        hub.close()


class Events(StreamingResponse):
    async def stream_response(self, send):
        async with aclosing(self.body_iterator):  # also if send fails
            await super().stream_response(send)


async def stream(request):
    async def events():
        with request.state.hub.screen() as queue:
            yield ": hello\n\n"
            while (goal := await queue.get()) is not None:
                yield f"data: {json.dumps(goal)}\n\n"

    headers = {"X-Accel-Buffering": "no"}  # nginx passes each message on at once
    return Events(events(), headers=headers, media_type="text/event-stream")


async def read_body(request, limit=1_000):
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise HTTPException(413, f"Send at most {limit} bytes")
    return body


async def add_goal(request):
    try:
        goal = json.loads(await read_body(request))
    except (ValueError, RecursionError):
        goal = None
    minute = goal.get("minute") if isinstance(goal, dict) else None
    if type(minute) is not int or not 0 <= minute <= 150:
        raise HTTPException(400, "Send JSON with a minute from 0 to 150")
    request.state.hub.publish({"minute": minute})
    return Response(status_code=204)


async def screens(request):
    return JSONResponse({"screens": len(request.state.hub.queues)})


app = Starlette(
    routes=[
        Route("/screens", screens),
        Route("/stream", stream),
        Route("/goals", add_goal, methods=["POST"]),
    ],
    middleware=[Middleware(CountingSize), Middleware(SendLimit)],
    lifespan=lifespan,
)
# #endregion app
