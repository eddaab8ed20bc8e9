<?php

declare(strict_types=1);

use Museum\Calendar;
use Museum\Export;

require __DIR__ . '/../vendor/autoload.php';

$body = match (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    '/version' => ['version' => require __DIR__ . '/../version.php'],
    '/calendar' => (new Calendar())->fetch((float) ($_GET['seconds'] ?? 0.2)),
    '/export' => (new Export())->sold((int) ($_GET['tickets'] ?? 1000)),
    default => null,
};

http_response_code($body === null ? 404 : 200);
header('Content-Type: application/json');
echo json_encode($body ?? ['title' => 'Not Found']), "\n";
