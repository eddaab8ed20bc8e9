<?php

use App\Http\Controllers\OrderController;
use App\Http\Middleware\KitchenIsOpen;
use Illuminate\Support\Facades\Route;

Route::middleware(['auth:sanctum', KitchenIsOpen::class])
    ->post('/children/{child}/orders', [OrderController::class, 'store'])
    ->can('order', 'child');
