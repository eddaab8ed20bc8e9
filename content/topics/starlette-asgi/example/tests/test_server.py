import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient

from scores.app import app


def test_bad_goals_are_refused():
    with TestClient(app) as client:
        assert client.post("/goals", json={"minute": 12}).status_code == 204
        for body in ["", "[", "[1]", "{}", '{"minute": "12"}', '{"minute": true}']:
            assert client.post("/goals", content=body).status_code == 400
        for body in ["[" * 1_000, '{"minute": 151}', '{"minute": -1}']:
            assert client.post("/goals", content=body).status_code == 400
        assert client.post("/goals", content="[" * 2_000).status_code == 413
        assert client.get("/goals").status_code == 405
        assert client.get("/nothing").status_code == 404


def test_the_lifespan_closes_the_hub():
    with TestClient(app) as client:
        hub = client.app_state["hub"]
        assert hub.is_open
    assert not hub.is_open


@contextmanager
def server(*options):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "scores.app:app", "--port", str(port)]
    process = subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                httpx.get(f"{url}/nothing")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield url, process
    finally:
        process.kill()
        process.wait()


# #region live
def test_a_goal_reaches_all_screens_at_once():
    with server() as (url, _):
        with (
            httpx.stream("GET", f"{url}/stream", timeout=5) as one,
            httpx.stream("GET", f"{url}/stream", timeout=5) as two,
        ):
            screens = [one.iter_lines(), two.iter_lines()]
            assert [next(screen) for screen in screens] == [": hello", ": hello"]
            httpx.post(f"{url}/goals", json={"minute": 12})
            for screen in screens:
                assert next(screen) == ""
                assert next(screen) == 'data: {"minute": 12}'


def test_a_screen_that_goes_away_is_forgotten():
    with server() as (url, _):
        with httpx.stream("GET", f"{url}/stream", timeout=5) as response:
            lines = response.iter_lines()
            next(lines)
            assert httpx.get(f"{url}/screens").json() == {"screens": 1}
        time.sleep(0.5)
        assert httpx.get(f"{url}/screens").json() == {"screens": 0}


# #endregion live


def test_nginx_may_not_collect_the_stream():
    with server() as (url, _):
        with httpx.stream("GET", f"{url}/stream", timeout=5) as response:
            assert response.headers["X-Accel-Buffering"] == "no"


# #region shutdown
def test_an_open_stream_does_not_stop_the_shutdown():
    with server("--timeout-graceful-shutdown", "1") as (url, process):
        with httpx.stream("GET", f"{url}/stream", timeout=10) as response:
            lines = response.iter_lines()
            next(lines)
            process.send_signal(signal.SIGTERM)
            start = time.monotonic()
            process.wait(timeout=10)
            assert time.monotonic() - start < 5


# #endregion shutdown


def test_without_a_limit_it_does():
    with server() as (url, process):
        with httpx.stream("GET", f"{url}/stream", timeout=10) as response:
            lines = response.iter_lines()
            next(lines)
            process.send_signal(signal.SIGTERM)
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=3)
