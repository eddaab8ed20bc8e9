<?php

declare(strict_types=1);

namespace Parking;

interface Mailer
{
    public function send(string $to, string $text): void;
}
