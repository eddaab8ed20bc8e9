import asyncio
import logging

logger = logging.getLogger("scores.size")


# #region collecting
class CollectingSize:
    """The first try: it needs the whole body before it sends anything."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        messages = []

        async def collect(message):
            messages.append(message)

        await self.app(scope, receive, collect)
        size = sum(len(message.get("body", b"")) for message in messages)
        logger.info("%s: %d bytes", scope.get("path"), size)
        for message in messages:
            await send(message)


# #endregion collecting


# #region counting
class CountingSize:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        size = 0

        async def count(message):
            nonlocal size
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, count)
        finally:
            logger.info("%s: %d bytes", scope["path"], size)


# #endregion counting


# #region limit
class SendLimit:
    """Ends a request whose client doesn't take a message in time."""

    def __init__(self, app, seconds=10):
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope, receive, send):
        async def send_in_time(message):
            async with asyncio.timeout(self.seconds):
                await send(message)

        is_http = scope["type"] == "http"
        await self.app(scope, receive, send_in_time if is_http else send)


# #endregion limit
