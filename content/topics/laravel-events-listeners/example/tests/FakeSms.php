<?php

namespace Tests;

use App\Sms\Sms;
use RuntimeException;

class FakeSms implements Sms
{
    public bool $isDown = false;

    /** @var list<string> */
    public array $sent = [];

    public function send(string $to, string $text): void
    {
        if ($this->isDown) {
            throw new RuntimeException('the text provider is down');
        }
        $this->sent[] = "$to: $text";
    }
}
