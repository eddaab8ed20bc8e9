<?php

namespace App\Http\Controllers;

use App\Http\Requests\StoreOrder;
use App\Models\Child;
use Illuminate\Http\JsonResponse;

class OrderController
{
    public function store(StoreOrder $request, Child $child): JsonResponse
    {
        return response()->json($child->orders()->create($request->validated()), 201);
    }
}
