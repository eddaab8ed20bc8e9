<?php

namespace App\Providers;

use App\Ledger;
use App\Prices\PriceList;
use App\Prices\StaffPrices;
use App\Prices\SummerPrices;
use App\Reminder;
use App\Sms\LogSms;
use App\Sms\Sms;
use App\StaffRental;
use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->app->bind(PriceList::class, SummerPrices::class);
        $this->app->when(StaffRental::class)->needs(PriceList::class)->give(StaffPrices::class);
        $this->app->scoped(Ledger::class);
        $this->app->bind(Sms::class, LogSms::class);
        $this->app->singleton(Reminder::class);
    }
}
