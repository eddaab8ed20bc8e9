<?php

declare(strict_types=1);

namespace Garden\Tries;

interface Mail
{
}
