<?php

use App\Http\Controllers\TokenController;
use App\Http\Controllers\VentController;
use Illuminate\Support\Facades\Route;

Route::middleware('auth:sanctum')->group(function () {
    Route::post('/readings', fn () => response()->noContent())->middleware('abilities:readings:write');
    Route::post('/vents', [VentController::class, 'open'])->middleware('abilities:vents:open');
    Route::get('/tokens', [TokenController::class, 'index']);
    Route::post('/tokens', [TokenController::class, 'store']);
    Route::delete('/tokens/{id}', [TokenController::class, 'destroy'])->whereNumber('id');
});
