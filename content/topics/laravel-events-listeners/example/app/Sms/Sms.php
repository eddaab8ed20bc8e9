<?php

namespace App\Sms;

interface Sms
{
    public function send(string $to, string $text): void;
}
