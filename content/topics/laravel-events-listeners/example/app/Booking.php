<?php

namespace App;

use App\Events\AppointmentMade;
use App\Models\Appointment;
use DateTimeImmutable;
use Illuminate\Support\Facades\DB;

class Booking
{
    public function book(string $donor, string $phone, DateTimeImmutable $at): Appointment
    {
        return DB::transaction(function () use ($donor, $phone, $at) {
            $appointment = Appointment::create(['donor' => $donor, 'phone' => $phone, 'at' => $at]);
            event(new AppointmentMade($appointment->id, $donor, $phone, $at));

            return $appointment;
        });
    }
}
