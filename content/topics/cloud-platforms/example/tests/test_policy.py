import pytest
from botocore.exceptions import ClientError
from moto.core import set_initial_no_auth_action_count

from forecast.store import Store

enforced = set_initial_no_auth_action_count(0)  # every call needs a permission


# region allowed
@enforced
def test_the_service_can_do_its_work(s3):
    store = Store(s3)
    [gauge] = store.gauges()
    store.save("2026-11-26", {"elbe": store.level(gauge) + 20})
    saved = s3.get_object(Bucket="gauges", Key="forecast/2026-11-26.json")
    assert saved["Body"].read() == b'{"elbe": 332}'


# endregion allowed


# region denied
ATTACKS = {
    "destroy the measurements": lambda s3: s3.delete_object(
        Bucket="gauges", Key="raw/elbe.json"
    ),
    "falsify a measurement": lambda s3: s3.put_object(
        Bucket="gauges", Key="raw/elbe.json", Body=b'{"cm": 90}'
    ),
    "read the payroll": lambda s3: s3.get_object(Bucket="payroll", Key="june.csv"),
    "look around": lambda s3: s3.list_buckets(),
    "open the bucket to everyone": lambda s3: s3.put_bucket_acl(
        Bucket="gauges", ACL="public-read"
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
@enforced
def test_an_intruder_in_the_service_cannot(attack, s3):
    with pytest.raises(ClientError, match="AccessDenied"):
        ATTACKS[attack](s3)


# endregion denied
