<?php

declare(strict_types=1);

namespace Lockers;

use Generator;
use PDO;
use RuntimeException;

/** The parcels in the database: strings on one side, values on the other. */
final readonly class Parcels
{
    public function __construct(private PDO $db, private Clock $clock)
    {
    }

    public static function createTable(PDO $db): void
    {
        $db->exec(<<<'SQL'
            CREATE TABLE parcels (
                id TEXT PRIMARY KEY,
                state TEXT NOT NULL CHECK (state IN ('announced', 'stored', 'collected')),
                locker INTEGER UNIQUE,
                since TEXT NOT NULL
            )
            SQL);
    }

    public function add(Parcel $parcel): void
    {
        $this->db
            ->prepare('INSERT INTO parcels (id, state, locker, since) VALUES (?, ?, ?, ?)')
            ->execute([$parcel->id, $parcel->state->value, $parcel->locker, $this->now()]);
    }

    #region find
    public function find(string $id): ?Parcel
    {
        $query = $this->db->prepare('SELECT id, state, locker FROM parcels WHERE id = ?');
        $query->execute([$id]);
        $row = $query->fetch(PDO::FETCH_ASSOC);

        return $row === false ? null : new Parcel($row['id'], State::from($row['state']), $row['locker']);
    }
    #endregion find

    #region change
    /** Stores the change, unless another request has changed the parcel since it was read. */
    public function change(Parcel $parcel, State $next, ?int $locker = null): Parcel
    {
        $changed = $parcel->to($next, $locker);
        $update = $this->db->prepare(
            'UPDATE parcels SET state = ?, locker = ?, since = ? WHERE id = ? AND state = ?',
        );
        $update->execute([$next->value, $locker, $this->now(), $parcel->id, $parcel->state->value]);
        if ($update->rowCount() !== 1) {
            throw new RuntimeException("parcel $parcel->id isn't {$parcel->state->value} any more");
        }

        return $changed;
    }
    #endregion change

    #region overdue
    /** @return Generator<int, string> the IDs of parcels that no one has collected in time */
    public function overdue(int $days = 7): Generator
    {
        $limit = $this->clock->now()->modify("-$days days")->format('Y-m-d H:i:s');
        $query = $this->db->prepare('SELECT id FROM parcels WHERE state = ? AND since < ? ORDER BY since');
        $query->execute([State::Stored->value, $limit]);
        while (($id = $query->fetchColumn()) !== false) {
            yield $id;
        }
    }
    #endregion overdue

    private function now(): string
    {
        return $this->clock->now()->format('Y-m-d H:i:s');
    }
}
