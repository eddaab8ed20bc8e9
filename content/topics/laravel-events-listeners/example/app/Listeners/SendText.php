<?php

namespace App\Listeners;

use App\Events\AppointmentMade;
use App\Sms\Sms;
use Illuminate\Contracts\Queue\ShouldQueueAfterCommit;

/** Queued: another company's service, slow and sometimes down. */
class SendText implements ShouldQueueAfterCommit
{
    public int $tries = 5;

    /** @var list<int> seconds until the next try */
    public array $backoff = [60, 300, 900, 3600];

    public function __construct(private Sms $sms)
    {
    }

    public function handle(AppointmentMade $event): void
    {
        $this->sms->send($event->phone, "$event->donor: see you on {$event->at->format('M j, H:i')}.");
    }
}
