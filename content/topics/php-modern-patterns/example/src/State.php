<?php

declare(strict_types=1);

namespace Lockers;

enum State: string
{
    case Announced = 'announced';
    case Stored = 'stored';
    case Collected = 'collected';

    public function canBecome(self $next): bool
    {
        return match ($this) {
            self::Announced => $next === self::Stored,
            self::Stored => $next === self::Collected,
            self::Collected => false,
        };
    }
}
