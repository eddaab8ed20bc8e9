<?php

declare(strict_types=1);

namespace Garden;

use PDO;

final readonly class SqliteBeds implements Beds
{
    public function __construct(private PDO $db)
    {
    }

    public function name(int $id): ?string
    {
        $query = $this->db->prepare('SELECT name FROM beds WHERE id = ?');
        $query->execute([$id]);
        $name = $query->fetchColumn();

        return $name === false ? null : $name;
    }

    public function rename(int $id, string $name): void
    {
        $this->db->prepare('UPDATE beds SET name = ? WHERE id = ?')->execute([$name, $id]);
    }
}
