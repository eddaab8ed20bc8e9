<?php

use Illuminate\Foundation\Application;
use Illuminate\Foundation\Configuration\Exceptions;
use Illuminate\Foundation\Configuration\Middleware;

return Application::configure(basePath: dirname(__DIR__))
    ->withRouting(api: __DIR__ . '/../routes/api.php', health: '/up')
    ->withMiddleware(function (Middleware $middleware): void {
        // Middleware for all routes, and the proxies to trust, go here.
    })
    ->withExceptions(function (Exceptions $exceptions): void {
        // How exceptions are logged and shown goes here.
    })
    ->create();
