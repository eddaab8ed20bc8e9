<?php

declare(strict_types=1);

namespace Garden;

interface Beds
{
    public function name(int $id): ?string;

    public function rename(int $id, string $name): void;
}
