<?php

declare(strict_types=1);

namespace Lockers\Tests;

use DomainException;
use Error;
use InvalidArgumentException;
use Lockers\Parcel;
use Lockers\State;
use PHPUnit\Framework\TestCase;

final class ParcelTest extends TestCase
{
    #region pairs
    public function testAllowsTwoChangesAndNoOther(): void
    {
        $allowed = [];
        foreach (State::cases() as $from) {
            foreach (State::cases() as $to) {
                try {
                    (new Parcel('P-7', $from, self::lockerFor($from)))->to($to, self::lockerFor($to));
                    $allowed[] = "$from->value to $to->value";
                } catch (DomainException) {
                }
            }
        }

        self::assertSame(['announced to stored', 'stored to collected'], $allowed);
    }
    #endregion pairs

    public function testHasALockerWhileItIsStoredAndOnlyThen(): void
    {
        foreach ([[State::Stored, null], [State::Announced, 12], [State::Collected, 12]] as [$state, $locker]) {
            try {
                new Parcel('P-7', $state, $locker);
                self::fail("$state->value was accepted");
            } catch (InvalidArgumentException $error) {
                self::assertStringContainsString('only then', $error->getMessage());
            }
        }
    }

    public function testRefusesAnEmptyIdAndALockerBelowOne(): void
    {
        foreach ([['', 1], ['P-7', 0], ['P-7', -1]] as [$id, $locker]) {
            try {
                new Parcel($id, State::Stored, $locker);
                self::fail("'$id' in locker $locker was accepted");
            } catch (InvalidArgumentException $error) {
                self::assertStringContainsString('count from 1', $error->getMessage());
            }
        }
    }

    public function testCanNotBeChangedInPlace(): void
    {
        $parcel = new Parcel('P-7', State::Stored, 12);
        $this->expectException(Error::class);
        $this->expectExceptionMessage('Cannot modify readonly property');
        $parcel->locker = 13;
    }

    private static function lockerFor(State $state): ?int
    {
        return $state === State::Stored ? 12 : null;
    }
}
