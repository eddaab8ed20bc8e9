<?php

namespace Database\Factories;

use Illuminate\Database\Eloquent\Factories\Factory;
use Illuminate\Support\Str;

class UserFactory extends Factory
{
    public function definition(): array
    {
        return ['name' => 'Ada', 'email' => Str::lower(Str::random(12)) . '@example.com', 'password' => 'secret'];
    }
}
