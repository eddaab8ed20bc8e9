<?php

namespace App;

use App\Prices\PriceList;

class Rental
{
    public function __construct(private PriceList $prices, private Ledger $ledger)
    {
    }

    public function book(string $bike, int $hours): int
    {
        return $this->ledger->add($hours * $this->prices->perHour($bike));
    }
}
