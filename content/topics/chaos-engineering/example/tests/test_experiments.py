import json
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests

import experiment

ROOT = Path(__file__).parent.parent


class Suggestions(BaseHTTPRequestHandler):
    def do_GET(self):
        body = b"[8, 9]"
        delay = getattr(self.server, "delay", 0)
        time.sleep(delay)
        self.send_response(getattr(self.server, "status", 200))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for byte in body:
            time.sleep(getattr(self.server, "drip", 0))
            self.wfile.write(bytes([byte]))

    def log_message(self, *_):
        pass


@contextmanager
def service(**fault):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Suggestions)
    server.daemon_threads = True
    server.request_queue_size = 100
    server.__dict__.update(fault)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def plan(tmp_path, monkeypatch):
    path = tmp_path / "experiment.json"
    monkeypatch.setattr(experiment, "PLAN", path)
    return path


@contextmanager
def guide(plan, **settings):
    with service() as healthy:
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{port}"]
        process = subprocess.Popen(
            [*command, "--threads", "8", "--graceful-timeout", "1", "guide:app"],
            cwd=ROOT,
            env={**os.environ, "SUGGESTIONS": healthy, "PLAN": str(plan), **settings},
            stderr=subprocess.DEVNULL,
        )
        url = f"http://127.0.0.1:{port}"
        try:
            for _ in range(100):
                try:
                    requests.get(f"{url}/exhibits/1", timeout=1)
                    break
                except requests.ConnectionError:
                    time.sleep(0.1)
            yield url
        finally:
            process.terminate()
            process.wait(10)


def exhibit(url, visitor="anyone"):
    headers = {"X-Visitor": visitor}
    return requests.get(f"{url}/exhibits/7", headers=headers, timeout=5).json()


REFUSED = "http://127.0.0.1:1"
FIXED = {"TIMEOUT": "0.1", "SLOTS": "3"}


def test_errors_harm_no_one(plan):
    with guide(plan) as url:
        assert exhibit(url)["also"] == [8, 9]
        result = experiment.run(url, REFUSED, 100, seconds=3)
        assert result == {"control": None, "fault": 1.0, "end": "ran to the end"}


def test_an_error_with_a_body_is_no_suggestion(plan):
    with service(status=500) as broken, guide(plan, SUGGESTIONS=broken) as url:
        assert exhibit(url)["also"] == []


def test_a_small_radius_hides_what_a_larger_one_shows(plan):
    with guide(plan) as url, service(delay=2) as slow:
        small = experiment.run(url, slow, 1, seconds=4)
        assert small["control"] >= 0.95 and small["end"] == "ran to the end"
        begin = time.monotonic()
        larger = experiment.run(url, slow, 5, seconds=20)
        assert larger["control"] < 0.95 and larger["end"].startswith("stopped")
        assert time.monotonic() - begin < 15, "it stops at once"
        assert not plan.exists()


def test_a_timeout_is_enough_for_few_slow_calls_but_not_for_all(plan):
    with guide(plan, TIMEOUT="0.1") as url, service(delay=2) as slow:
        few = experiment.run(url, slow, 5, seconds=5)
        assert few["control"] >= 0.95 and few["fault"] >= 0.95
        assert experiment.run(url, slow, 100, seconds=10)["end"].startswith("stopped")


@pytest.mark.parametrize("fault", [{"delay": 2}, {"delay": 60}, {"drip": 0.09}])
def test_with_a_limit_the_guide_survives_each_kind_of_slowness(plan, fault):
    with guide(plan, **FIXED) as url, service(**fault) as slow:
        result = experiment.run(url, slow, 100, seconds=6)
        assert result["end"] == "ran to the end" and result["fault"] >= 0.95
        time.sleep(1)
        assert exhibit(url)["also"] == [8, 9], "the suggestions come back"


def test_only_the_chosen_share_meets_the_fault_and_only_until_the_plan_ends(plan):
    with guide(plan, **FIXED) as url:
        visitors = [f"visitor-{n}" for n in range(100)]
        chosen = [v for v in visitors if experiment.in_experiment(v, 20)]
        assert 5 < len(chosen) < 50
        plan.write_text(
            json.dumps({"url": REFUSED, "share": 20, "until": time.time() + 30})
        )
        assert [v for v in visitors if exhibit(url, v)["also"] == []] == chosen
        assert exhibit(url, "")["also"] == [8, 9], "without an ID, no experiment"
        plan.write_text(
            json.dumps({"url": REFUSED, "share": 20, "until": time.time() - 1})
        )
        assert exhibit(url, chosen[0])["also"] == [8, 9]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"until": "x", "share": 1}'])
def test_an_unreadable_plan_is_no_experiment(plan, text):
    plan.write_text(text)
    with guide(plan) as url:
        assert exhibit(url)["also"] == [8, 9]


def test_whoever_deletes_the_plan_ends_the_experiment(plan):
    with guide(plan, **FIXED) as url:
        threading.Timer(4, plan.unlink).start()
        begin = time.monotonic()
        result = experiment.run(url, REFUSED, 100, seconds=30)
        assert result["end"].startswith("ended by hand") and result["fault"] == 1.0
        assert time.monotonic() - begin < 20


def test_the_command_says_what_to_do_about_a_plan_that_a_killed_one_left(plan):
    plan.write_text("{}")
    with guide(plan) as url:
        code = f"import sys, experiment; sys.argv[1:] = ['{REFUSED}', '5']\n"
        code += f"experiment.main('{url}')"
        command = [sys.executable, "-c", code]
        env = {**os.environ, "PLAN": str(plan)}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True)
        assert done.returncode == 1 and b"delete it" in done.stderr


def test_a_second_experiment_and_one_without_a_steady_state_do_not_start(plan):
    result = experiment.run("http://127.0.0.1:1", REFUSED, 100)
    assert result["end"].startswith("not started") and not plan.exists()
    with guide(plan) as url:
        plan.write_text("{}")
        with pytest.raises(FileExistsError):
            experiment.run(url, REFUSED, 100)
        assert plan.exists()
