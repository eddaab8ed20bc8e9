<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Attributes\Fillable;
use Illuminate\Database\Eloquent\Model;

#[Fillable(['donor', 'phone', 'at'])]
class Appointment extends Model
{
    protected function casts(): array
    {
        return ['at' => 'immutable_datetime'];
    }
}
