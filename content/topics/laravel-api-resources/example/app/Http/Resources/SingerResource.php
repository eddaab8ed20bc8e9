<?php

namespace App\Http\Resources;

use App\Models\Singer;
use Illuminate\Http\Request;
use Illuminate\Http\Resources\Json\JsonResource;

/** @mixin Singer */
class SingerResource extends JsonResource
{
    public function toArray(Request $request): array
    {
        return ['name' => $this->name, 'voice' => $this->voice];
    }
}
