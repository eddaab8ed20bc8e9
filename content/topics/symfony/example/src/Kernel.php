<?php

declare(strict_types=1);

namespace Garden;

use Symfony\Bundle\FrameworkBundle\Kernel\MicroKernelTrait;
use Symfony\Component\HttpKernel\Kernel as BaseKernel;

final class Kernel extends BaseKernel
{
    // It reads config/bundles.php, config/services.php and config/routes.php.
    use MicroKernelTrait;
}
