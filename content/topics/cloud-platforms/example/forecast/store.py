import json


# region store
class Store:
    """The forecast's files. The client finds its credentials by itself."""

    def __init__(self, s3, bucket="gauges"):
        self.s3 = s3
        self.bucket = bucket

    def gauges(self):
        pages = self.s3.get_paginator("list_objects_v2")
        found = pages.paginate(Bucket=self.bucket, Prefix="raw/")
        return [entry["Key"] for page in found for entry in page.get("Contents", [])]

    def level(self, key):
        body = self.s3.get_object(Bucket=self.bucket, Key=key)["Body"]
        return json.load(body)["cm"]

    def save(self, day, forecast):
        self.s3.put_object(
            Bucket=self.bucket,
            Key=f"forecast/{day}.json",
            Body=json.dumps(forecast),
        )


# endregion store
