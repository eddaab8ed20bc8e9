<?php

namespace App\Events;

use DateTimeImmutable;

final readonly class AppointmentMade
{
    public function __construct(
        public int $id,
        public string $donor,
        public string $phone,
        public DateTimeImmutable $at,
    ) {
    }
}
