<?php

namespace App;

use App\Sms\Sms;

class Reminder
{
    public function __construct(private Sms $sms)
    {
    }

    public function remind(string $to): void
    {
        $this->sms->send($to, 'Your bicycle is due.');
    }
}
