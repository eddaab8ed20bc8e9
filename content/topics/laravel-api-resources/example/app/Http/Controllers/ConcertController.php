<?php

namespace App\Http\Controllers;

use App\Http\Resources\ConcertResource;
use App\Models\Concert;
use Illuminate\Http\Resources\Json\AnonymousResourceCollection;

class ConcertController
{
    public function index(): AnonymousResourceCollection
    {
        return ConcertResource::collection(
            Concert::withCount('singers')->orderBy('starts_at')->orderBy('id')->paginate(20),
        );
    }

    public function show(Concert $concert): ConcertResource
    {
        return new ConcertResource($concert->load('singers'));
    }
}
