import httpx
import pytest
from conftest import check_contract
from jsonschema import ValidationError


@pytest.mark.parametrize(
    "response, expected",
    [
        (httpx.Response(500, json={"error": "bug"}), "500 isn't documented"),
        (httpx.Response(200, text="{}"), "application/json"),
        (httpx.Response(200, json={}), "'items' is a required property"),
        (httpx.Response(200, json={"items": [{}]}), "'id' is a required property"),
    ],
)
def test_a_response_that_differs_from_the_description_is_a_finding(response, expected):
    with pytest.raises((AssertionError, ValidationError), match=expected):
        check_contract("GET", "/prescriptions", response)
