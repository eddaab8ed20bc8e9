<?php

declare(strict_types=1);

namespace Parking;

use PDO;

/** Paid stays, in a database. */
final readonly class Tickets
{
    public function __construct(private PDO $db, private Mailer $mailer)
    {
    }

    public static function createTable(PDO $db): void
    {
        $db->exec('CREATE TABLE tickets (plate TEXT NOT NULL, cents INTEGER NOT NULL CHECK (cents >= 0))');
    }

    public function pay(string $plate, int $cents, ?string $receiptTo = null): void
    {
        $this->db->prepare('INSERT INTO tickets (plate, cents) VALUES (?, ?)')->execute([$plate, $cents]);
        if ($receiptTo !== null) {
            $this->mailer->send($receiptTo, sprintf('%s paid %.2f euros', $plate, $cents / 100));
        }
    }

    public function paid(string $plate): int
    {
        $sum = $this->db->prepare('SELECT COALESCE(SUM(cents), 0) FROM tickets WHERE plate = ?');
        $sum->execute([$plate]);

        return (int) $sum->fetchColumn();
    }
}
