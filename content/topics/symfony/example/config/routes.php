<?php

declare(strict_types=1);

use Garden\Controller\BedController;
use Symfony\Component\Routing\Loader\Configurator\RoutingConfigurator;

return static function (RoutingConfigurator $routes): void {
    $bed = '/api/beds/{id<\d{1,9}>}';
    $routes->add('bed', $bed)->controller([BedController::class, 'show'])->methods(['GET']);
    $routes->add('bed_rename', $bed)->controller([BedController::class, 'rename'])->methods(['PUT']);
};
