<?php

$total = 0;
foreach (file($argv[1]) as $line) {
    [$pitch, $nights, $price] = explode(',', $line);
    $total += (int) $nights * (float) $price;
}
printf("%.2f\n", $total);
