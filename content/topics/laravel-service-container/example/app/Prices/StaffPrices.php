<?php

namespace App\Prices;

class StaffPrices implements PriceList
{
    public function perHour(string $bike): int
    {
        return 100;
    }
}
