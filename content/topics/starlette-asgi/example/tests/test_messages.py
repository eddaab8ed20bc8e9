import asyncio
import logging

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from scores import raw
from scores.app import app, read_body, stream
from scores.hub import Hub
from scores.middleware import CollectingSize, CountingSize, SendLimit

SCOPE = {"type": "http", "method": "GET", "path": "/", "headers": []}


# #region messages
def run(app):
    """Plays the server: returns the messages, each with its time."""
    messages = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def main():
        loop = asyncio.get_running_loop()
        start = loop.time()

        async def send(message):
            messages.append((loop.time() - start, message))

        await app(SCOPE, receive, send)

    asyncio.run(main())
    return messages


def test_a_response_is_a_series_of_messages():
    messages = [message for _, message in run(raw.app)]
    assert [message["type"] for message in messages] == [
        "http.response.start",
        "http.response.body",
        "http.response.body",
        "http.response.body",
    ]
    assert [m.get("more_body", False) for m in messages] == [False, True, True, False]


def test_the_first_try_sends_nothing_before_the_end():
    first, *_ = [time for time, _ in run(CollectingSize(raw.app))]
    assert first > 0.35


def test_counting_passes_each_message_on_at_once(caplog):
    caplog.set_level(logging.INFO)
    first, *_, last = [time for time, _ in run(CountingSize(raw.app))]
    assert last - first > 0.35
    assert caplog.messages == ["/: 36 bytes"]


# #endregion messages


@pytest.mark.parametrize("middleware", [CountingSize, SendLimit])
def test_other_scopes_are_left_alone(middleware):
    seen = []

    async def app(scope, receive, send):
        seen.append((scope["type"], send))

    async def send(message):
        pass

    for kind in ("lifespan", "websocket"):
        asyncio.run(middleware(app)({"type": kind}, None, send))
    assert seen == [("lifespan", send), ("websocket", send)]
    with pytest.raises(NotImplementedError):
        asyncio.run(raw.app({"type": "websocket"}, None, None))


def test_counting_logs_also_if_the_application_fails(caplog):
    caplog.set_level(logging.INFO)

    async def app(scope, receive, send):
        await send({"type": "http.response.body", "body": b"abc", "more_body": True})
        raise ValueError

    with pytest.raises(ValueError):
        run(CountingSize(app))
    assert caplog.messages == ["/: 3 bytes"]


# #region limit
def test_a_client_that_does_not_take_its_messages_is_given_up():
    ended = []

    async def app(scope, receive, send):
        try:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        finally:
            ended.append(True)

    async def send(message):
        await asyncio.sleep(60)

    with pytest.raises(TimeoutError):
        asyncio.run(SendLimit(app, seconds=0.1)(SCOPE, None, send))
    assert ended == [True]


# #endregion limit


def test_the_limit_is_for_each_message_and_not_for_the_stream():
    messages = run(SendLimit(raw.app, seconds=0.15))  # the stream takes 0.4
    assert len(messages) == 4


def test_a_stream_that_is_given_up_has_left_the_hub():
    hub = Hub()
    watching = []

    async def receive():
        await asyncio.sleep(60)

    async def send(message):
        if message["type"] == "http.response.body":
            watching.append(len(hub.queues))
            await asyncio.sleep(60)

    async def main():
        scope = {**SCOPE, "state": {"hub": hub}}
        response = await stream(Request(scope))
        with pytest.raises(TimeoutError):
            await SendLimit(response, seconds=0.1)(scope, receive, send)
        assert hub.queues == set()

    asyncio.run(main())
    assert watching == [1]


def test_the_application_uses_both():
    assert [part.cls for part in app.user_middleware] == [CountingSize, SendLimit]


def test_a_body_that_never_ends_is_refused_as_soon_as_it_is_too_large():
    messages = []

    async def receive():
        messages.append({"type": "http.request", "body": b"x" * 100, "more_body": True})
        assert len(messages) <= 11
        return messages[-1]

    with pytest.raises(HTTPException, match="413"):
        asyncio.run(read_body(Request(SCOPE, receive)))
