<?php

declare(strict_types=1);

namespace Library\Tests;

use DateTimeImmutable;
use Library\LateFee;
use PHPUnit\Framework\TestCase;

final class LateFeeTest extends TestCase
{
    public function testIsFreeUntilTheDayItIsDue(): void
    {
        self::assertSame(0, $this->cents('2026-11-01', '2026-10-20'));
        self::assertSame(0, $this->cents('2026-11-01', '2026-11-01'));
    }

    public function testCountsDaysUpToTheMaximum(): void
    {
        self::assertSame(25, $this->cents('2026-11-01', '2026-11-02'));
        self::assertSame(1000, $this->cents('2026-11-01', '2026-12-31'));
    }

    private function cents(string $due, string $returned): int
    {
        return (new LateFee())->cents(new DateTimeImmutable($due), new DateTimeImmutable($returned));
    }
}
