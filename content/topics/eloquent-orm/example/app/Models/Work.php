<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Attributes\Fillable;
use Illuminate\Database\Eloquent\Attributes\Scope;
use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Factories\HasFactory;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\BelongsTo;
use Illuminate\Database\Eloquent\Relations\BelongsToMany;

#[Fillable(['title', 'artist', 'condition', 'acquired_at'])]
class Work extends Model
{
    use HasFactory;

    public function room(): BelongsTo
    {
        return $this->belongsTo(Room::class);
    }

    public function exhibitions(): BelongsToMany
    {
        return $this->belongsToMany(Exhibition::class)->withPivot('wall')->withTimestamps();
    }

    #[Scope]
    protected function unscanned(Builder $query): void
    {
        $query->where('scanned', false);
    }

    /** @return array<string, string> */
    protected function casts(): array
    {
        return [
            'acquired_at' => 'immutable_datetime',
            'condition' => Condition::class,
            'scanned' => 'boolean',
        ];
    }
}
