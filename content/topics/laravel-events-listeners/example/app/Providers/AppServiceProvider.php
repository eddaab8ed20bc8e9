<?php

namespace App\Providers;

use App\Sms\LogSms;
use App\Sms\Sms;
use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->app->bind(Sms::class, LogSms::class);
    }
}
