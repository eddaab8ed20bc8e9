<?php

declare(strict_types=1);

namespace Campsite\Tests;

use Campsite\Errors;
use ErrorException;
use PHPUnit\Framework\TestCase;

final class ErrorsTest extends TestCase
{
    private int $level;

    protected function setUp(): void
    {
        $this->level = error_reporting(E_ALL); // PHPUnit and php.ini hide some
        Errors::throwWarnings();
    }

    protected function tearDown(): void
    {
        restore_error_handler();
        error_reporting($this->level);
    }

    public function testThrowsAWarning(): void
    {
        $this->expectException(ErrorException::class);
        $this->expectExceptionMessage('Undefined array key "B2"');
        ['A1' => 1]['B2'];
    }

    public function testLetsSilencedWarningsAndDeprecationsPass(): void
    {
        self::assertFalse(@fopen(__DIR__ . '/missing.csv', 'r'));

        $log = ini_set('error_log', '/dev/null');
        $display = ini_set('display_errors', '0');
        trigger_error('this will change', E_USER_DEPRECATED);
        $tent = new class () {
        };
        $tent->pitch = 'A1'; // deprecated since 8.2: the class doesn't declare it
        self::assertSame('A1', $tent->pitch);
        ini_set('error_log', (string) $log);
        ini_set('display_errors', (string) $display);
    }
}
