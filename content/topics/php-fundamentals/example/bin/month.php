<?php

declare(strict_types=1);

use Campsite\Errors;
use Campsite\Month;

require __DIR__ . '/../vendor/autoload.php';

Errors::throwWarnings();

if ($argc !== 2) {
    fwrite(STDERR, "usage: php bin/month.php FILE\n");
    exit(2);
}

try {
    $month = Month::read($argv[1]);
} catch (ErrorException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}

foreach ($month->totals() as $pitch => $cents) {
    printf("%-14s %7d.%02d\n", $pitch, intdiv($cents, 100), $cents % 100);
}
foreach ($month->rejected() as $row => $reason) {
    fwrite(STDERR, "row $row: $reason\n");
}
exit($month->rejected() === [] ? 0 : 1);
