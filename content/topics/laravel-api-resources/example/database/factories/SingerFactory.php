<?php

namespace Database\Factories;

use App\Models\Concert;
use Illuminate\Database\Eloquent\Factories\Factory;

class SingerFactory extends Factory
{
    public function definition(): array
    {
        return ['concert_id' => Concert::factory(), 'name' => 'Ada', 'voice' => 'alto'];
    }
}
