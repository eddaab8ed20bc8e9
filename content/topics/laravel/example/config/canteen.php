<?php

return [
    'time_zone' => 'Europe/Oslo',
    'closes_at' => env('CANTEEN_CLOSES_AT', '10:30'), // two digits for the hour
];
