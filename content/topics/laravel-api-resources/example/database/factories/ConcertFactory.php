<?php

namespace Database\Factories;

use Illuminate\Database\Eloquent\Factories\Factory;

class ConcertFactory extends Factory
{
    public function definition(): array
    {
        return ['name' => 'Winter', 'starts_at' => '2026-12-19 18:30:00', 'fee_cents' => 80000];
    }
}
