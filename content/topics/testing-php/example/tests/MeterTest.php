<?php

declare(strict_types=1);

namespace Parking\Tests;

use DateTimeImmutable;
use InvalidArgumentException;
use Parking\Clock;
use Parking\Meter;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class MeterTest extends TestCase
{
    #region provider
    /** @return iterable<string, array{string, int}> */
    public static function stays(): iterable
    {
        yield 'no time is free' => ['10:00:00', 0];
        yield 'minute 30 is free' => ['10:30:00', 0];
        yield 'a second more costs an hour' => ['10:30:01', 200];
        yield 'a full hour is one hour' => ['11:00:00', 200];
        yield 'a started hour counts' => ['11:00:01', 400];
    }
    #endregion provider

    /**
     * PHPUnit 9 reads this line, later versions read the attribute.
     * @dataProvider stays
     */
    #region fee
    #[DataProvider('stays')]
    public function testFee(string $now, int $cents): void
    {
        self::assertSame($cents, $this->feeAt($now));
    }
    #endregion fee

    #region throws
    public function testRejectsAStayThatBeginsLater(): void
    {
        $since = new DateTimeImmutable('2026-05-04 10:00');
        $meter = new Meter($this->clockAt('09:59:59'));

        $this->expectException(InvalidArgumentException::class);
        $this->expectExceptionMessage('begins in the future');
        $meter->fee($since);
    }
    #endregion throws

    #region stub
    private function feeAt(string $now): int
    {
        return (new Meter($this->clockAt($now)))->fee(new DateTimeImmutable('2026-05-04 10:00'));
    }

    private function clockAt(string $time): Clock
    {
        $clock = $this->createStub(Clock::class);
        $clock->method('now')->willReturn(new DateTimeImmutable("2026-05-04 $time"));

        return $clock;
    }
    #endregion stub
}
