<?php

declare(strict_types=1);

namespace Parking;

use DateTimeImmutable;
use InvalidArgumentException;

final readonly class Meter
{
    public function __construct(private Clock $clock)
    {
    }

    public function fee(DateTimeImmutable $since): int
    {
        $seconds = $this->clock->now()->getTimestamp() - $since->getTimestamp();
        if ($seconds < 0) {
            throw new InvalidArgumentException('the stay begins in the future');
        }

        return $seconds <= 30 * 60 ? 0 : (int) ceil($seconds / 3600) * 200;
    }
}
