<?php

return [
    'sender' => env('RENTAL_SENDER', 'Rental'),
];
