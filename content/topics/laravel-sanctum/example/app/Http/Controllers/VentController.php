<?php

namespace App\Http\Controllers;

use Illuminate\Http\Response;
use Illuminate\Support\Facades\Gate;

class VentController
{
    public function open(): Response
    {
        Gate::authorize('open-vents');

        return response()->noContent();
    }
}
