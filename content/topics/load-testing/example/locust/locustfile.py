from random import choices

from locust import HttpUser, constant_throughput, task

DAYS = [6, 7, 13, 20]
SHARES = [50, 30, 15, 5]  # as last year's families chose


class Family(HttpUser):
    wait_time = constant_throughput(0.1)  # one task per ten seconds and user

    @task(9)
    def look(self):
        self.client.get("/days")

    @task(1)
    def buy(self):
        [day] = choices(DAYS, weights=SHARES)
        self.client.post("/tickets", json={"day": day})
