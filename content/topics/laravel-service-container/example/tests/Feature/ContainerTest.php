<?php

namespace Tests\Feature;

use App\Ledger;
use App\Prices\PriceList;
use App\Prices\SummerPrices;
use App\Reminder;
use App\Rental;
use App\Sms\Sms;
use App\StaffRental;
use Illuminate\Container\Container;
use Illuminate\Contracts\Container\BindingResolutionException;
use Illuminate\Support\Facades\Log;
use Tests\CountingJob;
use Tests\FakeSms;
use Tests\TestCase;

class ContainerTest extends TestCase
{
    #region scoped
    public function test_one_ledger_for_each_request(): void
    {
        self::assertSame(1800, $this->app->make(Rental::class)->book('tandem', 2));
        self::assertSame(1900, $this->app->make(StaffRental::class)->book('city', 1));

        $this->app->forgetScopedInstances();
        self::assertSame(500, $this->app->make(Rental::class)->book('city', 1));
    }

    public function test_a_singleton_would_go_on_counting(): void
    {
        $container = new Container();
        $container->bind(PriceList::class, SummerPrices::class);
        $container->singleton(Ledger::class);
        $container->make(Rental::class)->book('tandem', 2);

        $container->forgetScopedInstances();
        self::assertSame(2300, $container->make(Rental::class)->book('city', 1));
    }
    #endregion scoped

    #region sync
    public function test_jobs_on_the_sync_connection_share_the_ledger(): void
    {
        config(['queue.default' => 'sync']);
        CountingJob::$totals = [];
        $this->app->make(Rental::class)->book('city', 1);
        CountingJob::dispatch();
        CountingJob::dispatch();

        self::assertSame([1000, 1500], CountingJob::$totals);
    }
    #endregion sync

    public function test_a_setting_reaches_the_constructor(): void
    {
        config(['rental.sender' => 'Bikes']);
        Log::shouldReceive('info')->once()->with('SMS from Bikes to +47 11: Your bicycle is due.');
        $this->app->make(Reminder::class)->remind('+47 11');
    }

    public function test_an_interface_without_a_binding_is_an_error(): void
    {
        unset($this->app[PriceList::class]);
        $this->expectException(BindingResolutionException::class);
        $this->expectExceptionMessage('Target [App\Prices\PriceList] is not instantiable while building [App\Rental].');
        $this->app->make(Rental::class);
    }

    #region fake
    public function test_a_fake_records_what_was_sent(): void
    {
        $sms = new FakeSms();
        $this->app->instance(Sms::class, $sms);
        $this->app->make(Reminder::class)->remind('+47 11');

        self::assertSame([['+47 11', 'Your bicycle is due.']], $sms->sent);
    }

    public function test_a_fake_that_comes_too_late_is_not_used(): void
    {
        $this->app->make(Reminder::class);
        $sms = new FakeSms();
        $this->app->instance(Sms::class, $sms);

        $this->app->make(Reminder::class)->remind('+47 11');
        self::assertSame([], $sms->sent);

        $this->app->forgetInstance(Reminder::class);
        $this->app->make(Reminder::class)->remind('+47 11');
        self::assertCount(1, $sms->sent);
    }
    #endregion fake

    #region names
    public function test_two_names_are_two_objects(): void
    {
        $this->app->singleton(PriceList::class, SummerPrices::class);

        self::assertSame($this->app->make(PriceList::class), $this->app->make(PriceList::class));
        self::assertNotSame(
            $this->app->make(PriceList::class),
            $this->app->make(SummerPrices::class),
        );
    }
    #endregion names

    #region queue
    public function test_a_worker_gives_each_job_its_own_ledger(): void
    {
        config(['queue.default' => 'database']);
        $this->app['db.schema']->create('jobs', function ($table) {
            $table->id();
            $table->string('queue')->index();
            $table->longText('payload');
            $table->unsignedSmallInteger('attempts');
            $table->unsignedInteger('reserved_at')->nullable();
            $table->unsignedInteger('available_at');
            $table->unsignedInteger('created_at');
        });
        CountingJob::$totals = [];
        CountingJob::dispatch();
        CountingJob::dispatch();
        $this->artisan('queue:work', ['--stop-when-empty' => true, '--sleep' => 0])->assertSuccessful();

        self::assertSame([500, 500], CountingJob::$totals);
    }
    #endregion queue
}
