<?php

namespace App\Prices;

class SummerPrices implements PriceList
{
    public function perHour(string $bike): int
    {
        return $bike === 'tandem' ? 900 : 500;
    }
}
