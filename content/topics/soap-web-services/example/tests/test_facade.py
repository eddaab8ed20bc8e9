import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from core.bank import CoreSystem
from facade.app import create_app
from facade.bank import Bank

KEY = {"Idempotency-Key": "order-0001"}


@pytest.fixture
def core():
    core = CoreSystem()
    yield core
    core.shutdown()
    core.server_close()


@pytest.fixture
def client(core):
    with TestClient(create_app(Bank(core.url, seconds=1))) as client:
        yield client


def transfer(client, amount="100.00", source="4711", target="4712", key=KEY):
    body = {"source": source, "target": target, "amount": amount}
    return client.post("/transfers", json=body, headers=key)


def test_balance_is_a_string(client):
    response = client.get("/accounts/4711/balance")
    assert response.json() == {"amount": "1250.40", "currency": "EUR"}


# region faults
def test_a_fault_is_not_a_server_error(client):
    response = client.get("/accounts/9999/balance")
    assert response.status_code == 404
    assert response.json()["code"] == "UNKNOWN_ACCOUNT"


@pytest.mark.parametrize(
    "mode, status",
    [
        ("html", 502),
        ("fault without code", 502),
        ("doctype", 502),
        ("truncated", 502),
        ("new element", 502),
        ("empty amount", 502),
        ("no values", 502),
        ("not a number", 502),
        ("empty body", 502),
        ("lose", 502),
        ("hang", 504),
        ("drip", 504),
        ("prefixes", 200),
    ],
)
def test_whatever_the_core_system_does(core, client, mode, status):
    core.mode = mode
    started = time.monotonic()
    assert client.get("/accounts/4711/balance").status_code == status
    assert time.monotonic() - started < 2
    core.mode = "normal"
    assert client.get("/accounts/4711/balance").status_code == 200


# endregion faults


def test_faults_survive_other_prefixes(core, client):
    core.mode = "prefixes"
    assert client.get("/accounts/9999/balance").status_code == 404


def test_core_system_is_down(core, client):
    core.shutdown()
    core.server_close()
    assert client.get("/accounts/4711/balance").status_code == 502


@pytest.mark.parametrize("number", ["1", "47<11", "4711%00", "A&B", "4" * 50])
def test_numbers_that_cannot_exist_never_reach_the_bank(core, client, number):
    assert client.get(f"/accounts/{number}/balance").status_code == 422
    assert core.requests == []


def test_the_library_escapes_text(core):
    bank = Bank(core.url)
    message = bank.client.create_message(
        bank.service, "GetBalance", account="4711</account><admin>"
    )
    account = message.find(".//{urn:bank:accounts}account")
    assert account.text == "4711</account><admin>"


# region retry
def test_a_transfer_whose_response_was_lost(core, client):
    core.mode = "lose"
    assert transfer(client).status_code == 502  # done or not? unknown
    core.mode = "normal"
    assert transfer(client).json() == {"id": "T-1"}  # the same key
    assert core.balances["4711"] == Decimal("1150.40")


# endregion retry


def test_the_same_transfer_five_times_at_once(core, client):
    with ThreadPoolExecutor(5) as pool:
        responses = list(pool.map(lambda _: transfer(client), range(5)))
    assert [response.json() for response in responses] == [{"id": "T-1"}] * 5
    assert core.balances["4711"] == Decimal("1150.40")


def test_a_transfer_without_an_id_in_the_response(core, client):
    core.mode = "empty body"
    assert transfer(client).status_code == 502


def test_refused_transfers(core, client):
    assert transfer(client, "9999.00").status_code == 409
    assert transfer(client, target="9999").status_code == 404
    assert transfer(client).status_code == 201
    assert transfer(client, "5.00").status_code == 422  # the key is used
    assert core.balances["4711"] == Decimal("1150.40")


@pytest.mark.parametrize("amount", ["0", "-1", "NaN", "1e20", "0.001", "", None])
def test_amounts_that_make_no_sense(core, client, amount):
    assert transfer(client, amount).status_code == 422
    assert core.requests == []


def test_a_transfer_needs_a_key(client):
    assert transfer(client, key={}).status_code == 422
