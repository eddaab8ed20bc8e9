<?php

declare(strict_types=1);

namespace Parking;

use DateTimeImmutable;

interface Clock
{
    public function now(): DateTimeImmutable;
}
