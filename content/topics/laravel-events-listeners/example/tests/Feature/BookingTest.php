<?php

namespace Tests\Feature;

use App\Booking;
use App\Events\AppointmentMade;
use App\Listeners\SendText;
use App\Models\Appointment;
use App\Sms\Sms;
use DateTimeImmutable;
use Illuminate\Database\QueryException;
use Illuminate\Database\UniqueConstraintViolationException;
use Illuminate\Foundation\Testing\RefreshDatabase;
use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Log;
use RuntimeException;
use Tests\FakeSms;
use Tests\TestCase;

class BookingTest extends TestCase
{
    use RefreshDatabase;

    private FakeSms $sms;

    protected function setUp(): void
    {
        parent::setUp();
        $this->travelTo('2026-05-01 08:00');
        config(['queue.default' => 'database']);
        $this->sms = new FakeSms();
        $this->app->instance(Sms::class, $this->sms);
    }

    #region booked
    public function test_a_booking_has_three_consequences(): void
    {
        Cache::put('board', 'old');
        $this->book();

        $this->assertDatabaseHas('points', ['donor' => 'Ada', 'points' => 10]);
        self::assertNull(Cache::get('board'));
        self::assertSame([], $this->sms->sent);

        $this->work();
        self::assertSame(['+47 11: Ada: see you on May 4, 09:30.'], $this->sms->sent);
    }
    #endregion booked

    public function test_the_job_waits_for_the_commit(): void
    {
        DB::transaction(function () {
            $this->book();
            $this->assertDatabaseCount('jobs', 0);
        });
        $this->assertDatabaseCount('jobs', 1);
    }

    #region points
    public function test_without_points_there_is_no_appointment(): void
    {
        DB::statement('DROP TABLE points');
        try {
            $this->book();
            self::fail('the booking went through');
        } catch (QueryException) {
            $this->assertDatabaseCount('appointments', 0);
        }
    }
    #endregion points

    #region rollback
    public function test_a_rollback_has_none(): void
    {
        Cache::put('board', 'old');
        try {
            DB::transaction(function () {
                $this->book();
                throw new RuntimeException('a later step fails');
            });
        } catch (RuntimeException) {
        }
        $this->work();

        $this->assertDatabaseCount('appointments', 0);
        $this->assertDatabaseCount('points', 0);
        self::assertSame('old', Cache::get('board'));
        self::assertSame([], $this->sms->sent);
    }

    public function test_a_listener_that_texts_at_once_does_not_notice_the_rollback(): void
    {
        Event::listen(fn (AppointmentMade $event) => $this->sms->send($event->phone, 'too early'));
        try {
            DB::transaction(function () {
                $this->book();
                throw new RuntimeException('a later step fails');
            });
        } catch (RuntimeException) {
        }

        self::assertSame(['+47 11: too early'], $this->sms->sent);
    }
    #endregion rollback

    #region down
    public function test_the_text_is_sent_once_after_a_day_without_the_provider(): void
    {
        $this->sms->isDown = true;
        $this->book();
        $this->assertDatabaseCount('appointments', 1);
        foreach (range(1, 24) as $hour) {
            $this->work();
            $this->travel(3601)->seconds();
        }
        self::assertSame([], $this->sms->sent);

        $this->sms->isDown = false;
        $this->work();
        $this->work();
        self::assertCount(1, $this->sms->sent);
    }

    public function test_it_gives_up_at_the_time_of_the_appointment(): void
    {
        $this->sms->isDown = true;
        $this->book();
        $this->work();
        $this->travelTo('2026-05-04 09:31');
        $log = Log::spy();
        $this->work();

        $log->shouldHaveReceived('error')->withArgs(fn ($text) => str_starts_with($text, 'No text for appointment'));
        $this->assertDatabaseCount('failed_jobs', 1);

        $this->sms->isDown = false;
        $this->artisan('queue:retry', ['id' => ['all']])->assertSuccessful();
        $this->work();
        self::assertSame([], $this->sms->sent);
    }
    #endregion down

    #region after
    public function test_a_board_that_fails_does_not_fail_a_stored_booking(): void
    {
        Cache::shouldReceive('forget')->andThrow(new RuntimeException('the cache is down'));
        $this->book();

        $this->assertDatabaseCount('appointments', 1);
    }

    public function test_booking_again_makes_no_second_appointment(): void
    {
        $this->book();
        $this->expectException(UniqueConstraintViolationException::class);
        $this->book();
    }
    #endregion after

    public function test_no_text_for_an_appointment_that_was_canceled(): void
    {
        $this->book();
        Appointment::query()->delete();
        $this->work();

        self::assertSame([], $this->sms->sent);
    }

    #region plain
    public function test_a_plain_listener_that_fails_fails_the_booking(): void
    {
        Event::listen(fn (AppointmentMade $event) => throw new RuntimeException('statistics are down'));
        try {
            $this->book();
            self::fail('the booking went through');
        } catch (RuntimeException) {
            $this->assertDatabaseCount('appointments', 0);
        }
    }

    public function test_a_listener_that_returns_false_stops_the_next(): void
    {
        $heard = [];
        Event::listen('donor.called', function () use (&$heard) {
            $heard[] = 'first';

            return false;
        });
        Event::listen('donor.called', function () use (&$heard) {
            $heard[] = 'second';
        });
        event('donor.called');

        self::assertSame(['first'], $heard);
    }
    #endregion plain

    #region fake
    public function test_tells_who_is_coming(): void
    {
        Event::fake([AppointmentMade::class]);
        $this->book();

        Event::assertDispatched(fn (AppointmentMade $event) => $event->donor === 'Ada' && $event->phone === '+47 11');
        $this->assertDatabaseCount('points', 0);
    }

    public function test_the_text_names_donor_and_time(): void
    {
        $at = new DateTimeImmutable('2026-05-04 09:30');
        $id = Appointment::create(['donor' => 'Ada', 'phone' => '+47 11', 'at' => $at])->id;
        $event = new AppointmentMade($id, 'Ada', '+47 11', $at);
        (new SendText($this->sms))->handle($event);

        self::assertSame(['+47 11: Ada: see you on May 4, 09:30.'], $this->sms->sent);
    }
    #endregion fake

    public function test_each_listener_is_registered_once(): void
    {
        self::assertCount(3, Event::getRawListeners()[AppointmentMade::class]);
    }

    private function book(): void
    {
        $this->app->make(Booking::class)->book('Ada', '+47 11', new DateTimeImmutable('2026-05-04 09:30'));
    }

    private function work(): void
    {
        $this->artisan('queue:work', ['--stop-when-empty' => true, '--sleep' => 0])->assertSuccessful();
    }
}
