<?php

declare(strict_types=1);

use Garden\EventListener\Maintenance;
use Symfony\Component\DependencyInjection\Loader\Configurator\ContainerConfigurator;
use Symfony\Component\ErrorHandler\BufferingLogger;

return static function (ContainerConfigurator $container): void {
    $container->extension('framework', [
        'secret' => '%env(APP_SECRET)%',
        'http_method_override' => false,
        'test' => $container->env() === 'test',
    ]);

    $services = $container->services()->defaults()->autowire()->autoconfigure();
    $services->load('Garden\\', '../src/')->exclude('../src/{Bed,Kernel}.php');
    $services->set(Maintenance::class)->arg('$file', '%kernel.project_dir%/var/maintenance');
    if ($container->env() === 'test') {
        $services->set('logger', BufferingLogger::class);
    }
    $services->set(PDO::class, PDO::class)->args(['%env(DATABASE)%']);
};
