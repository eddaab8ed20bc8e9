<?php

use App\Http\Controllers\TokenController;
use App\Http\Controllers\VentController;
use Illuminate\Support\Facades\Route;

Route::middleware('auth:sanctum')->group(function () {
    Route::post('/readings', fn () => response()->noContent())->middleware('abilities:readings:write');
    Route::post('/vents', [VentController::class, 'open'])->middleware('abilities:vents:open');
    Route::get('/tokens', [TokenController::class, 'index']);
    Route::post('/tokens', [TokenController::class, 'store'])->middleware('throttle:5,1');
    Route::delete('/tokens/{id}', [TokenController::class, 'destroy'])->where('id', '[0-9]{1,18}');
});
