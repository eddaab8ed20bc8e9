from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from unittest import mock, skipUnless

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import TestCase, TransactionTestCase

from .models import Passage, Runner, RunnerQuerySet, Town
from .readings import record


def make_runners(number):
    ulm = Town.objects.get_or_create(name="Ulm")[0]
    runners = Runner.objects.bulk_create(
        Runner(name=f"Runner {n}", town=ulm) for n in range(number)
    )
    Passage.objects.bulk_create(
        Passage(runner=runner, km=km, seconds=km * 300)
        for runner in runners
        for km in (5, 10)
    )
    return runners


class ResultTests(TestCase):
    # region count
    def test_number_of_queries_does_not_grow(self):
        for number in (5, 500):
            make_runners(number)
            with self.assertNumQueries(1):
                results = [
                    (r.name, r.town.name, r.passed, r.last_km)
                    for r in Runner.objects.with_results()
                ]
        self.assertEqual(len(results), 505)
        self.assertEqual({result[2:] for result in results}, {(2, 10)})

    # endregion count

    def test_runner_without_passages_is_listed(self):
        ulm = Town.objects.create(name="Ulm")
        Runner.objects.create(name="Ida", town=ulm)
        (ida,) = Runner.objects.with_results()
        self.assertEqual((ida.passed, ida.last_km), (0, None))


class RecordTests(TestCase):
    def test_reading_the_same_chip_again_changes_nothing(self):
        ulm = Town.objects.create(name="Ulm")
        ida = Runner.objects.create(name="Ida", town=ulm)
        self.assertTrue(record(ida.pk, 5, 1500)[1])
        passage, created = record(ida.pk, 5, 1501)
        self.assertEqual((created, passage.seconds), (False, 1500))
        ida.refresh_from_db()
        self.assertEqual(ida.laps, 1)

    def test_no_passage_is_stored_if_the_lap_is_not(self):
        (ida,) = make_runners(1)
        failing = mock.patch.object(RunnerQuerySet, "update", side_effect=DatabaseError)
        with failing, self.assertRaises(DatabaseError):
            record(ida.pk, 15, 4500)
        self.assertEqual(ida.passages.count(), 2)

    def test_database_refuses_a_second_row(self):
        (ida,) = make_runners(1)
        with self.assertRaises(IntegrityError), transaction.atomic():
            Passage.objects.create(runner=ida, km=5, seconds=1)
        self.assertEqual(ida.passages.count(), 2)


@skipUnless(connection.vendor == "postgresql", "needs concurrent connections")
class RaceTests(TransactionTestCase):
    def read_at_once(self, checkpoints):
        ulm = Town.objects.create(name="Ulm")
        ida = Runner.objects.create(name="Ida", town=ulm)
        start = Barrier(len(checkpoints))

        def read(km):
            try:
                connection.ensure_connection()
                start.wait()
                record(ida.pk, km, km * 300)
            finally:
                connection.close()

        with ThreadPoolExecutor(len(checkpoints)) as pool:
            list(pool.map(read, checkpoints))  # raises what a thread raised
        ida.refresh_from_db()
        return ida.passages.count(), ida.laps

    # region race
    def test_ten_readings_of_one_passage_leave_one_row(self):
        self.assertEqual(self.read_at_once([5] * 10), (1, 1))

    def test_ten_passages_at_once_are_all_counted(self):
        self.assertEqual(self.read_at_once(range(1, 11)), (10, 10))

    # endregion race
