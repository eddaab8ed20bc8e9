<?php

declare(strict_types=1);

// Without these programs, there's nothing to test.
foreach (['nginx', 'php-fpm*', 'curl'] as $program) {
    $folders = explode(':', getenv('PATH') . ':/usr/sbin');
    $found = array_filter($folders, static fn (string $folder): bool => (bool) glob("$folder/$program"));
    if ($found === []) {
        echo "$program is not installed\n";
        exit(1);
    }
}

require __DIR__ . '/../vendor/autoload.php';
