"""Repeats each GET as another user, and reports what that user also gets."""

import asyncio
import os
import urllib.error
import urllib.request

from mitmproxy import http

OTHER = os.environ["OTHER_TOKEN"]


# #region addon
def get_as_other(url: str) -> tuple[int, bytes]:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {OTHER}"})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


async def response(flow: http.HTTPFlow) -> None:
    own = flow.response
    if flow.request.method != "GET" or own.status_code != 200:
        return
    status, body = await asyncio.to_thread(get_as_other, flow.request.url)
    same = status == 200 and body == own.content
    print(f"{'SAME ' if same else 'other'} {status} {flow.request.path}")


# #endregion addon
