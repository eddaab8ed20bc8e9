<?php

declare(strict_types=1);

namespace Parking\Tries;

use PHPUnit\Framework\TestCase;

final class SharedTest extends TestCase
{
    /** @var list<string> */
    private array $own = [];

    /** @var list<string> */
    private static array $shared = [];

    public function testOwnProperty(): void
    {
        $this->own[] = 'ticket';
        self::assertCount(1, $this->own);
    }

    public function testOwnPropertyAgain(): void
    {
        $this->own[] = 'ticket';
        self::assertCount(1, $this->own);
    }

    public function testSharedProperty(): void
    {
        self::$shared[] = 'ticket';
        self::assertCount(1, self::$shared);
    }

    public function testSharedPropertyAgain(): void
    {
        self::$shared[] = 'ticket';
        self::assertCount(2, self::$shared);
    }
}
