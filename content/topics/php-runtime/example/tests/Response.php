<?php

declare(strict_types=1);

namespace Museum\Tests;

final class Response
{
    public function __construct(
        public readonly int $status,
        public readonly string $body,
        public readonly float $seconds,
    ) {
    }
}
