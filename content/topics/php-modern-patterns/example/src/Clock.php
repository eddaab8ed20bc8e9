<?php

declare(strict_types=1);

namespace Lockers;

use DateTimeImmutable;

interface Clock
{
    public function now(): DateTimeImmutable;
}
