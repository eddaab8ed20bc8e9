<?php

namespace Tests;

use App\Sms\Sms;

class FakeSms implements Sms
{
    /** @var list<array{string, string}> */
    public array $sent = [];

    public function send(string $to, string $text): void
    {
        $this->sent[] = [$to, $text];
    }
}
