<?php

declare(strict_types=1);

namespace Garden\Tries;

final readonly class Reminder
{
    public function __construct(public Mail $mail)
    {
    }
}
