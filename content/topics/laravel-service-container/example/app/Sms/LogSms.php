<?php

namespace App\Sms;

use Illuminate\Container\Attributes\Config;
use Illuminate\Support\Facades\Log;

class LogSms implements Sms
{
    public function __construct(#[Config('rental.sender')] private string $sender)
    {
    }

    public function send(string $to, string $text): void
    {
        Log::info("SMS from $this->sender to $to: $text");
    }
}
