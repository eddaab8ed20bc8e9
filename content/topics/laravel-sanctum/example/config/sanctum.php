<?php

return [
    // Hosts with their ports, whose browser requests get a session.
    'stateful' => explode(',', (string) env('SANCTUM_STATEFUL_DOMAINS', 'localhost:5173')),
    'guard' => ['web'],
    // The longest life of any token, in minutes, whatever createToken says.
    'expiration' => 60 * 24 * 365,
];
