<?php

declare(strict_types=1);

namespace Campsite;

use RuntimeException;

final class BadRow extends RuntimeException
{
}
