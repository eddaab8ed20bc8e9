<?php

declare(strict_types=1);

namespace Campsite;

final readonly class Booking
{
    private function __construct(
        public string $pitch,
        public int $nights,
        public int $cents,
    ) {
    }

    /** @param list<string|null> $cells */
    public static function fromCells(array $cells): self
    {
        if (count($cells) !== 3) {
            throw new BadRow('expected 3 cells, got ' . count($cells));
        }

        [$pitch, $nights, $price] = array_map(trim(...), array_map(strval(...), $cells));
        if (preg_match('/^( |[^\p{C}\p{Z}"]){1,40}$/u', $pitch) !== 1) {
            throw new BadRow('no pitch, or one with a quote or an invisible character');
        }
        $count = filter_var($nights, FILTER_VALIDATE_INT, ['options' => ['min_range' => 1, 'max_range' => 365]]);
        if ($count === false) {
            throw new BadRow("'$nights' isn't a number of nights");
        }
        if (preg_match('/^(\d{1,6})\.(\d{2})$/', $price, $parts) !== 1) {
            throw new BadRow("'$price' isn't a price");
        }

        return new self($pitch, $count, $count * ((int) $parts[1] * 100 + (int) $parts[2]));
    }
}
