import os
import re
import threading
from pathlib import Path

import httpx
import pytest
import yaml
from jsonschema import Draft202012Validator

SPEC = yaml.safe_load((Path(__file__).parent.parent / "openapi.yaml").read_text())
TOKENS = {name: f"token-{name}" for name in ("ana", "ben", "dr", "dr2", "forged")}


@pytest.fixture(scope="session")
def url():
    """Another environment if API_URL is set, else a server on this computer."""
    if "API_URL" in os.environ:
        yield os.environ["API_URL"]
        return
    from werkzeug.serving import make_server

    from service import app

    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


# region call
@pytest.fixture(scope="session")
def call(url):
    """Sends a request as one of the callers, and checks the response."""
    with httpx.Client(base_url=url, timeout=10) as client:

        def call(caller, method, path, **request):
            headers = dict(request.pop("headers", {}))
            if caller in TOKENS:
                headers["Authorization"] = f"Bearer {TOKENS[caller]}"
            response = client.request(method, path, headers=headers, **request)
            check_contract(method, path, response)
            return response

        yield call


def check_contract(method, path, response):
    template = re.sub("^/prescriptions/.+", "/prescriptions/{id}", path)
    responses = SPEC["paths"][template][method.lower()]["responses"]
    status = str(response.status_code)
    assert status in responses, f"{status} isn't documented for {method} {template}"
    name = responses[status]["$ref"].split("/")[-1]
    assert response.headers["content-type"].split(";")[0] == "application/json"
    schema = {"$ref": f"#/components/schemas/{name}", "components": SPEC["components"]}
    Draft202012Validator(schema).validate(response.json())


# endregion call


@pytest.fixture
def prescription(call):
    """Each test gets a prescription that Dr. Dr wrote for Ana."""
    body = {"patient": "ana", "drug": "Ibuprofen", "days": 5}
    return call("dr", "POST", "/prescriptions", json=body).json()
