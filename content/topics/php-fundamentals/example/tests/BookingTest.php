<?php

declare(strict_types=1);

namespace Campsite\Tests;

use Campsite\BadRow;
use Campsite\Booking;
use PHPUnit\Framework\TestCase;

final class BookingTest extends TestCase
{
    public function testMultipliesNightsAndPriceInCents(): void
    {
        self::assertSame(6450, Booking::fromCells(['A1', '3', '21.50'])->cents);
        self::assertSame(6450, Booking::fromCells(['A1', ' 3', '21.50 '])->cents);
        self::assertSame(3 * 99_999_999, Booking::fromCells(['A1', '3', '999999.99'])->cents);
    }

    public function testRefusesWhatItDoesNotUnderstand(): void
    {
        $rows = [
            [null], ['A1', '3'], ['A1', '3', '21.50', '10'], ['', '3', '21.50'], ["C3,1,30.00\nD4", '2', '18.00'],
            ["\u{FEFF}A1", '3', '21.50'], ["A1\u{A0}", '3', '21.50'],
            [str_repeat('A', 41), '3', '21.50'], ['C3"', '3', '21.50'], ['A1', '', '21.50'], ['A1', '0', '21.50'],
            ['A1', '-1', '21.50'], ['A1', '3 nights', '21.50'], ['A1', '1e1', '21.50'], ['A1', '366', '21.50'],
            ['A1', '3', ''], ['A1', '3', '-1.00'], ['A1', '3', '21,50'], ['A1', '3', '21.5'], ['A1', '3', '21.505'],
            ['A1', '3', '1234567.00'],
        ];
        foreach ($rows as $row) {
            try {
                Booking::fromCells($row);
                self::fail(json_encode($row) . ' was accepted');
            } catch (BadRow $error) {
                self::assertNotSame('', $error->getMessage());
            }
        }
    }
}
