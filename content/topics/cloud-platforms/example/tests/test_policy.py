import json

import pytest
from botocore.exceptions import ClientError
from moto.s3.models import s3_backends

from forecast.store import Store


# region allowed
def test_the_service_can_do_its_work(s3):
    store = Store(s3)
    [gauge] = store.gauges()
    store.save("2026-11-26", {"elbe": store.level(gauge) + 20})
    # The service may not read forecasts, so look into moto's account.
    account = s3_backends["123456789012"]["aws"]
    saved = account.get_object("gauges", "forecast/2026-11-26.json")
    assert saved.value == b'{"elbe": 332}'


# endregion allowed

OPEN = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::gauges/*",
        }
    ],
}


def as_list(value):
    return [value] if isinstance(value, str) else value


# region denied
ATTACKS = {
    "destroy the measurements": lambda s3: s3.delete_object(
        Bucket="gauges", Key="raw/elbe.json"
    ),
    "falsify a measurement": lambda s3: s3.put_object(
        Bucket="gauges", Key="raw/elbe.json", Body=b'{"cm": 90}'
    ),
    "overwrite the archive": lambda s3: s3.put_object(
        Bucket="gauges", Key="archive/2025.json", Body=b"{}"
    ),
    "open the bucket to everyone": lambda s3: s3.put_bucket_policy(
        Bucket="gauges", Policy=json.dumps(OPEN)
    ),
    "read the archive": lambda s3: s3.get_object(
        Bucket="gauges", Key="archive/2025.json"
    ),
    "read the payroll": lambda s3: s3.get_object(Bucket="payroll", Key="june.csv"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_intruder_in_the_service_cannot(attack, s3):
    with pytest.raises(ClientError, match="AccessDenied"):
        ATTACKS[attack](s3)


def test_the_policy_allows_nothing_else(policy):
    allowed = set()
    for statement in policy["Statement"]:
        assert "NotAction" not in statement and "NotResource" not in statement
        if statement["Effect"] == "Allow":
            for action in as_list(statement["Action"]):
                allowed |= {(action, on) for on in as_list(statement["Resource"])}
    assert allowed == {
        ("s3:GetObject", "arn:aws:s3:::gauges/raw/*"),
        ("s3:PutObject", "arn:aws:s3:::gauges/forecast/*"),
        ("s3:ListBucket", "arn:aws:s3:::gauges"),
    }


# endregion denied


class TestSomeoneWidensAnAllow:
    @pytest.fixture
    def policy(self, policy):
        everything = {"Effect": "Allow", "Action": "s3:*"}
        policy["Statement"].append(everything | {"Resource": "arn:aws:s3:::gauges/*"})
        return policy

    @pytest.mark.parametrize(
        "attack", ["destroy the measurements", "falsify a measurement"]
    )
    def test_the_deny_protects_the_measurements(self, attack, s3):
        with pytest.raises(ClientError, match="AccessDenied"):
            ATTACKS[attack](s3)
