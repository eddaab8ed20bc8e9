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

    public function testPrintsTheLargestFirstAndTakesABackslashAsItIs(): void
    {
        self::assertSame(
            [0, "C3\\                 60.00\nA1                  21.50\n", ''],
            $this->monthOf("A1,1,21.50\n\"C3\\\",2,30.00\n"),
        );
    }

    public function testNoticesAQuoteThatIsNeverClosed(): void
    {
        [$status, $output] = $this->monthOf("A1,3,21.50\n\"C3,1,30.00\nD4\",2,18.00\n");
        self::assertSame([1, "A1                  64.50\n"], [$status, $output]);
    }

    public function testAcceptsAnEmptyFile(): void
    {
        self::assertSame([0, '', ''], $this->monthOf(''));
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
        self::assertSame(422, http_response_code());
    }

    /** @return array{int, string, string} */
    private function monthOf(string $text): array
    {
        $file = tempnam(sys_get_temp_dir(), 'month');
        file_put_contents($file, $text);
        try {
            return $this->month($file);
        } finally {
            unlink($file);
        }
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
