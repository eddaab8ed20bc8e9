from random import randint, random

from locust import HttpUser, constant_throughput, task


class Family(HttpUser):
    wait_time = constant_throughput(0.1)  # one visit per ten seconds and user

    @task
    def look_and_buy(self):
        self.client.get("/days")
        day = 6 if random() < 0.5 else randint(1, 40)
        with self.client.post(
            "/tickets", json={"day": day}, catch_response=True
        ) as response:
            if response.status_code in (201, 409):  # sold out is a response
                response.success()
