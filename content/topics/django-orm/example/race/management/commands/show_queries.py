from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from race.models import Runner, Town
from race.readings import record


class Command(BaseCommand):
    help = "Show how many queries each way to read the results sends."

    def show(self, label, read):
        with CaptureQueriesContext(connection) as sent:
            result = read()
        self.stdout.write(f"{label}: {len(sent)} queries, {result}")

    def handle(self, *args, **options):
        with transaction.atomic():
            self.run()
            transaction.set_rollback(True)

    def run(self):
        ulm = Town.objects.create(name="Ulm")
        for name in ("Ida", "Jon", "Kim"):
            runner = Runner.objects.create(name=name, town=ulm)
            for km in (5, 10):
                record(runner.pk, km, km * 300)

        # region lazy
        def lazy():
            runners = Runner.objects.order_by("pk")
            return [(r.name, r.town.name, len(r.passages.all())) for r in runners]

        # endregion lazy

        # region early
        def early():
            runners = Runner.objects.order_by("pk")
            runners = runners.select_related("town").prefetch_related("passages")
            return [(r.name, r.town.name, len(r.passages.all())) for r in runners]

        # endregion early

        # region computed
        def computed():
            runners = Runner.objects.with_results().order_by("pk")
            return [(r.name, r.town.name, r.passed) for r in runners]

        # endregion computed

        self.show("lazy", lazy)
        self.show("early", early)
        self.show("computed", computed)

        # region filters
        fast = {"passages__seconds__lt": 2000}
        both = Runner.objects.filter(passages__km=10, **fast)
        chained = Runner.objects.filter(passages__km=10).filter(**fast)
        self.stdout.write(f"one filter: {both.count()}, two: {chained.count()}")
        # endregion filters
