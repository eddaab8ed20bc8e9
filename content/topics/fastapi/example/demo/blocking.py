import asyncio
import time

import httpx2
from fastapi import FastAPI

app = FastAPI()


# region views
@app.get("/async-def")
async def async_def() -> None:
    time.sleep(0.2)  # noqa: ASYNC251, stands for a synchronous driver


@app.get("/def")
def plain_def() -> None:
    time.sleep(0.2)


# endregion views


async def main() -> None:
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(
        transport=transport, base_url="http://test"
    ) as client:
        for path in ("/async-def", "/def"):
            start = time.perf_counter()
            await asyncio.gather(*(client.get(path) for _ in range(10)))
            print(f"{path}: 10 requests in {time.perf_counter() - start:.1f} s")


asyncio.run(main())
