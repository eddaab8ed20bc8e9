<?php

namespace App\Listeners;

use App\Events\AppointmentMade;
use Illuminate\Support\Facades\DB;

/** Now: points and appointment commit together. */
class AddPoints
{
    public function handle(AppointmentMade $event): void
    {
        DB::table('points')->insert(['donor' => $event->donor, 'points' => 10]);
    }
}
