<?php

namespace App\Providers;

use App\Models\User;
use Illuminate\Auth\Events\PasswordReset;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Gate;
use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        Gate::define('open-vents', fn (User $user) => $user->is_gardener);
        Event::listen(fn (PasswordReset $event) => $event->user->tokens()->delete());
    }
}
