<?php

namespace App;

/** What one request or job has taken in, in cents. */
class Ledger
{
    private int $cents = 0;

    public function add(int $cents): int
    {
        return $this->cents += $cents;
    }
}
