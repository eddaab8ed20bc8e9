<?php

declare(strict_types=1);

namespace Campsite\Tests;

use PHPUnit\Framework\TestCase;

/** Runs the program as you do, in a process of its own. */
final class ProgramTest extends TestCase
{
    public function testPrintsTotalsAndRejectsARow(): void
    {
        self::assertSame(
            [1, "A1                 104.50\nC3, lake side       30.00\n", "row 2: '' isn't a number of nights\n"],
            $this->month(__DIR__ . '/../month.csv'),
        );
    }

    public function testAcceptsAnEmptyFile(): void
    {
        $file = tempnam(sys_get_temp_dir(), 'month');
        self::assertSame([0, '', ''], $this->month($file));
        unlink($file);
    }

    public function testSaysThatAFileIsMissing(): void
    {
        [$status, $output, $errors] = $this->month(__DIR__ . '/missing.csv');
        self::assertSame([1, ''], [$status, $output]);
        self::assertStringContainsString('No such file or directory', $errors);
    }

    public function testThePageEscapesWhatAVisitorSends(): void
    {
        $page = $this->page(['pitch' => '<script>', 'nights' => '2']);
        self::assertStringContainsString('<p>&lt;script&gt;: 43.00 euros</p>', $page);
        self::assertStringNotContainsString('<script>', $page);
    }

    public function testThePageCopesWithListsInTheQuery(): void
    {
        $page = $this->page(['pitch' => 'A1', 'nights' => ['2']]);
        self::assertStringContainsString('isn&#039;t a number of nights', $page);
    }

    /** @return array{int, string, string} */
    private function month(string $file): array
    {
        $command = [PHP_BINARY, __DIR__ . '/../bin/month.php', $file];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        [$output, $errors] = [stream_get_contents($pipes[1]), stream_get_contents($pipes[2])];

        return [proc_close($process), $output, $errors];
    }

    /** @param array<string, string|list<string>> $query */
    private function page(array $query): string
    {
        $_GET = $query;
        ob_start();
        try {
            require __DIR__ . '/../public/index.php';
        } finally {
            restore_error_handler();
            $page = (string) ob_get_clean();
        }

        return $page;
    }
}
