<?php

use App\Http\Controllers\ConcertController;
use Illuminate\Support\Facades\Route;

Route::get('/concerts', [ConcertController::class, 'index']);
Route::get('/concerts/{concert}', [ConcertController::class, 'show'])->where('concert', '[0-9]{1,18}');
