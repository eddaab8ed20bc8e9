<?php

declare(strict_types=1);

namespace Campsite;

final class Month
{
    /** @var array<int|string, int> cents by pitch */
    private array $totals = [];

    /** @var array<int, string> what is wrong, by row */
    private array $rejected = [];

    #region read
    public static function read(string $path): self
    {
        $month = new self();
        $file = fopen($path, 'r');
        for ($row = 1; ($cells = fgetcsv($file, escape: '')) !== false; $row++) {
            try {
                $month->add(Booking::fromCells($cells));
            } catch (BadRow $error) {
                $month->rejected[$row] = $error->getMessage();
            }
        }
        fclose($file);

        return $month;
    }

    public function add(Booking $booking): void
    {
        $this->totals[$booking->pitch] = ($this->totals[$booking->pitch] ?? 0) + $booking->cents;
    }
    #endregion read

    /** @return array<int|string, int> the largest first */
    public function totals(): array
    {
        $totals = $this->totals;
        arsort($totals);

        return $totals;
    }

    /** @return array<int, string> */
    public function rejected(): array
    {
        return $this->rejected;
    }
}
