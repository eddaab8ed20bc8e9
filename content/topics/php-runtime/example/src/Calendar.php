<?php

declare(strict_types=1);

namespace Museum;

final class Calendar
{
    /** Stands for a call to a slow supplier: it waits and uses no CPU time. */
    public function fetch(float $seconds): array
    {
        $end = hrtime(true) + (int) ($seconds * 1e9);
        while (hrtime(true) < $end) {
            usleep(10_000); // a signal ends usleep early, so it's in a loop
        }

        return ['exhibitions' => ['Maps of the North Sea', 'Locks and keys']];
    }
}
