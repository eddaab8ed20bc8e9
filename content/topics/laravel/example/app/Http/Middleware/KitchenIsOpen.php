<?php

namespace App\Http\Middleware;

use Closure;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

class KitchenIsOpen
{
    public function handle(Request $request, Closure $next): Response
    {
        $closed = now(config('canteen.time_zone'))->format('H:i') >= config('canteen.closes_at');
        abort_if($closed, 409, 'Orders for today are closed.');

        return $next($request);
    }
}
