<?php

declare(strict_types=1);

namespace Library;

use DateTimeImmutable;

final readonly class LateFee
{
    public function __construct(
        private int $centsPerDay = 25,
        private int $maximum = 1000,
    ) {}

    public function cents(DateTimeImmutable $due, DateTimeImmutable $returned): int
    {
        $days = $due->diff($returned);
        if ($days->invert === 1) {
            return 0;
        }

        return min((int) $days->days * $this->centsPerDay, $this->maximum);
    }
}
