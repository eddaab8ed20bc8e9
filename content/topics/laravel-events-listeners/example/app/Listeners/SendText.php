<?php

namespace App\Listeners;

use App\Events\AppointmentMade;
use App\Models\Appointment;
use App\Sms\Sms;
use DateTimeInterface;
use Illuminate\Contracts\Queue\ShouldQueueAfterCommit;
use Illuminate\Support\Facades\Log;
use Throwable;

/** Queued: another company's service, slow and sometimes down. */
class SendText implements ShouldQueueAfterCommit
{
    /** @var list<int> seconds until the next try; the last number repeats */
    public array $backoff = [60, 300, 900, 3600];

    public function __construct(private Sms $sms)
    {
    }

    public function handle(AppointmentMade $event): void
    {
        if (Appointment::whereKey($event->id)->exists()) {
            $this->sms->send($event->phone, "$event->donor: see you on {$event->at->format('M j, H:i')}.");
        }
    }

    public function retryUntil(AppointmentMade $event): DateTimeInterface
    {
        return $event->at;
    }

    public function failed(AppointmentMade $event, Throwable $error): void
    {
        Log::error("No text for appointment $event->id: {$error->getMessage()}");
    }
}
