# #region raw
import asyncio


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    headers = [(b"content-type", b"text/plain")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for minute in [12, 57]:
        body = f"goal in minute {minute}\n".encode()
        await send({"type": "http.response.body", "body": body, "more_body": True})
        await asyncio.sleep(0.2)  # other requests run in the meantime
    await send({"type": "http.response.body", "body": b""})


# #endregion raw
