<?php

declare(strict_types=1);

namespace Garden;

use Symfony\Component\Serializer\Attribute\Groups;

final class Bed
{
    #[Groups(['bed:read'])]
    public ?int $id = null;

    #[Groups(['bed:read', 'bed:write'])]
    public string $name = '';

    public string $internalNote = '';
}
