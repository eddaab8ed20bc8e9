<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Factories\HasFactory;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\HasMany;

class Concert extends Model
{
    use HasFactory;

    public function singers(): HasMany
    {
        return $this->hasMany(Singer::class)->orderBy('id');
    }

    protected function casts(): array
    {
        return ['starts_at' => 'immutable_datetime'];
    }
}
