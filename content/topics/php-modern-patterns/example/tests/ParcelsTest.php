<?php

declare(strict_types=1);

namespace Lockers\Tests;

use DateTimeImmutable;
use DomainException;
use Lockers\Clock;
use Lockers\Parcel;
use Lockers\Parcels;
use Lockers\State;
use PDO;
use PDOException;
use PHPUnit\Framework\TestCase;
use RuntimeException;

final class ParcelsTest extends TestCase
{
    private PDO $db;

    protected function setUp(): void
    {
        $this->db = new PDO('sqlite::memory:');
        Parcels::createTable($this->db);
    }

    public function testKeepsAParcelThroughItsStates(): void
    {
        $parcels = $this->parcelsAt('2026-03-01');
        $announced = new Parcel('P-1');
        $parcels->add($announced);
        $stored = $parcels->change($announced, State::Stored, locker: 12);

        self::assertEquals(new Parcel('P-1', State::Stored, 12), $stored);
        self::assertEquals($stored, $parcels->find('P-1'));
        self::assertNull($parcels->find('P-2'));
    }

    public function testStoresNoChangeThatIsNotAllowed(): void
    {
        $parcels = $this->parcelsAt('2026-03-01');
        $collected = new Parcel('P-1', State::Collected);
        $parcels->add($collected);
        try {
            $parcels->change($collected, State::Stored, locker: 7);
            self::fail('a collected parcel went back');
        } catch (DomainException) {
            self::assertEquals($collected, $parcels->find('P-1'));
        }
    }

    public function testRefusesAChangeThatComesTooLate(): void
    {
        $parcels = $this->parcelsAt('2026-03-01');
        $stored = new Parcel('P-1', State::Stored, 12);
        $parcels->add($stored);
        $parcels->change($stored, State::Collected);

        $this->expectException(RuntimeException::class);
        $this->expectExceptionMessage("isn't stored any more");
        $parcels->change($stored, State::Collected);
    }

    public function testTheDatabaseRefusesAnUnknownState(): void
    {
        $this->expectException(PDOException::class);
        $this->db->exec("INSERT INTO parcels (id, state, since) VALUES ('P-1', 'collcted', '2026-03-01')");
    }

    public function testPutsOneParcelIntoALocker(): void
    {
        $parcels = $this->parcelsAt('2026-03-01');
        $parcels->add(new Parcel('P-1', State::Stored, 12));

        $this->expectException(PDOException::class);
        $parcels->add(new Parcel('P-2', State::Stored, 12));
    }

    #region overdue
    public function testFindsWhatHasBeenStoredForMoreThanAWeek(): void
    {
        $this->parcelsAt('2026-03-01 11:59:59')->add(new Parcel('P-1', State::Stored, 1));
        $this->parcelsAt('2026-03-01 12:00:00')->add(new Parcel('P-2', State::Stored, 2));
        $this->parcelsAt('2026-02-28')->add(new Parcel('P-3', State::Stored, 3));
        $this->parcelsAt('2026-02-01')->add(new Parcel('P-4', State::Collected));

        $overdue = $this->parcelsAt('2026-03-08 12:00:00')->overdue();
        self::assertSame(['P-3', 'P-1'], iterator_to_array($overdue, preserve_keys: false));
    }
    #endregion overdue

    private function parcelsAt(string $now): Parcels
    {
        $clock = $this->createStub(Clock::class);
        $clock->method('now')->willReturn(new DateTimeImmutable("$now UTC"));

        return new Parcels($this->db, $clock);
    }
}
