<?php

namespace App\Sms;

use Illuminate\Support\Facades\Log;

class LogSms implements Sms
{
    public function send(string $to, string $text): void
    {
        Log::info("SMS to $to: $text");
    }
}
