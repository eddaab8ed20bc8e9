"""An AWS account in memory (moto)."""

import json
import os
from pathlib import Path

import boto3
import pytest
from moto import mock_aws, settings
from moto.core.authorization import ActionAuthenticatorMixin

POLICIES = Path(__file__).parent.parent / "policies"


@pytest.fixture
def policy():
    return json.loads(
        (POLICIES / os.environ.get("POLICY", "forecast.json")).read_text()
    )


@pytest.fixture
def s3(monkeypatch, policy):
    """A client with the role of the forecast, and nothing more."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    with mock_aws():
        admin = boto3.client("s3")
        for bucket in ("gauges", "payroll"):
            admin.create_bucket(
                Bucket=bucket,
                CreateBucketConfiguration={"LocationConstraint": "eu-central-1"},
            )
        admin.put_object(Bucket="gauges", Key="raw/elbe.json", Body=b'{"cm": 312}')
        admin.put_object(Bucket="payroll", Key="june.csv", Body=b"secret")
        iam = boto3.client("iam")
        trust = json.dumps({"Version": "2012-10-17", "Statement": []})
        role = iam.create_role(RoleName="forecast", AssumeRolePolicyDocument=trust)
        iam.put_role_policy(
            RoleName="forecast",
            PolicyName="forecast",
            PolicyDocument=json.dumps(policy),
        )
        session = boto3.client("sts").assume_role(
            RoleArn=role["Role"]["Arn"], RoleSessionName="test"
        )["Credentials"]
        client = boto3.client(
            "s3",
            aws_access_key_id=session["AccessKeyId"],
            aws_secret_access_key=session["SecretAccessKey"],
            aws_session_token=session["SessionToken"],
        )
        # From now on, moto asks for a permission for each call.
        monkeypatch.setattr(settings, "INITIAL_NO_AUTH_ACTION_COUNT", 0)
        monkeypatch.setattr(ActionAuthenticatorMixin, "request_count", 0)
        yield client
