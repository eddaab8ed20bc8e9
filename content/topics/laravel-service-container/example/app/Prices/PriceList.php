<?php

namespace App\Prices;

interface PriceList
{
    public function perHour(string $bike): int;
}
