<?php

declare(strict_types=1);

namespace Parking\Tests;

use Parking\Mailer;

final class FakeMailer implements Mailer
{
    /** @var list<array{string, string}> */
    public array $sent = [];

    public function send(string $to, string $text): void
    {
        $this->sent[] = [$to, $text];
    }
}
