<?php

namespace Tests;

use App\Rental;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Foundation\Queue\Queueable;

class CountingJob implements ShouldQueue
{
    use Queueable;

    /** @var list<int> */
    public static array $totals = [];

    public function handle(Rental $rental): void
    {
        self::$totals[] = $rental->book('city', 1);
    }
}
