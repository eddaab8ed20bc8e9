<?php

declare(strict_types=1);

use Library\LateFee;

require __DIR__ . '/../vendor/autoload.php';

$fee = new LateFee();
header('Content-Type: application/json');
echo json_encode(['cents' => $fee->cents(new DateTimeImmutable('-10 days'), new DateTimeImmutable())]);
