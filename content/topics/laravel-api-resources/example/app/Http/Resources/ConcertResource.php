<?php

namespace App\Http\Resources;

use App\Models\Concert;
use Illuminate\Http\Request;
use Illuminate\Http\Resources\Json\JsonResource;

/** @mixin Concert */
class ConcertResource extends JsonResource
{
    public function toArray(Request $request): array
    {
        return [
            'id' => $this->id,
            'title' => $this->name,
            'startsAt' => $this->starts_at,
            'encore' => $this->encore,
            'feeCents' => $this->when($this->isForOffice($request), fn () => $this->fee_cents),
            'singers' => SingerResource::collection($this->whenLoaded('singers')),
            'singerCount' => $this->whenCounted('singers'),
        ];
    }

    /** Asks the guard once per request, not once per row. */
    private function isForOffice(Request $request): bool
    {
        $known = $request->attributes;
        if (! $known->has('isForOffice')) {
            $known->set('isForOffice', $request->user('sanctum')?->is_office === true);
        }

        return $known->get('isForOffice');
    }
}
