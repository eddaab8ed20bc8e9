<?php

namespace App\Listeners;

use App\Events\AppointmentMade;
use Illuminate\Contracts\Events\ShouldHandleEventsAfterCommit;
use Illuminate\Support\Facades\Cache;

/** After the commit: quick, and the board must not show what was rolled back. */
class RefreshBoard implements ShouldHandleEventsAfterCommit
{
    public function handle(AppointmentMade $event): void
    {
        rescue(fn () => Cache::forget('board')); // logs the error; the booking is already stored
    }
}
