<?php

declare(strict_types=1);

namespace Garden\Tests;

use Garden\Tries\Reminder;
use PHPUnit\Framework\TestCase;
use Symfony\Component\DependencyInjection\ContainerBuilder;
use Symfony\Component\DependencyInjection\Exception\RuntimeException;

final class ContainerTest extends TestCase
{
    #region compile
    public function testCompilingFindsAMissingService(): void
    {
        $container = new ContainerBuilder();
        $container->autowire(Reminder::class)->setPublic(true);

        $this->expectException(RuntimeException::class);
        $this->expectExceptionMessage('references interface "Garden\Tries\Mail" but no such service exists');
        $container->compile();
    }

    public function testCompilingRemovesWhatNothingUses(): void
    {
        $container = new ContainerBuilder();
        $container->autowire(Reminder::class);
        $container->compile();

        self::assertFalse($container->has(Reminder::class));
    }
    #endregion compile
}
