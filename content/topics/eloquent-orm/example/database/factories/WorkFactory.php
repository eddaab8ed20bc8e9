<?php

namespace Database\Factories;

use App\Models\Room;
use Illuminate\Database\Eloquent\Factories\Factory;

class WorkFactory extends Factory
{
    public function definition(): array
    {
        return ['room_id' => Room::factory(), 'title' => 'Owl', 'insured' => 700];
    }
}
