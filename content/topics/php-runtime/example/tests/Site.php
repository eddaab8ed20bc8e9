<?php

declare(strict_types=1);

namespace Museum\Tests;

use RuntimeException;

/** A copy of the project in a temporary folder, with nginx and PHP-FPM running it. */
final class Site
{
    public readonly string $folder;
    private readonly string $project;
    private readonly int $port;

    /** @param array<string, string> $changes what to replace in the configuration, and with what */
    public function __construct(array $changes = [])
    {
        $folder = sys_get_temp_dir() . '/museum-' . bin2hex(random_bytes(4));
        $this->folder = "$folder/site";
        $this->project = "$folder/project";
        $this->port = self::freePort();
        mkdir($folder);
        self::run('cp', '-R', dirname(__DIR__), $this->project);
        foreach ($changes as $old => $new) {
            $this->configure($old, $new, "$this->project/deploy");
        }
        self::run("$this->project/bin/start.sh", $this->folder, (string) $this->port);
        // OPcache doesn't keep files that are younger than two seconds.
        foreach (glob("$this->folder/current/{,*/}*.php", GLOB_BRACE) as $file) {
            touch($file, time() - 60);
        }
    }

    public function stop(): void
    {
        self::run("$this->project/bin/stop.sh", $this->folder);
        self::run('rm', '-rf', dirname($this->folder));
    }

    /** Replaces a text in the configuration of the running site, which nginx and FPM read when they reload. */
    public function configure(string $old, string $new, ?string $folder = null): void
    {
        $found = 0;
        foreach (glob(($folder ?? "$this->folder/etc") . '/*.conf') as $file) {
            $text = str_replace($old, $new, file_get_contents($file), $count);
            file_put_contents($file, $text);
            $found += $count;
        }
        $found > 0 || throw new RuntimeException("not in the configuration: $old");
    }

    public function release(string $version, bool $reload = true): void
    {
        $setting = 'RELOAD=' . ($reload ? 'yes' : 'no');
        self::run('env', $setting, "$this->project/bin/release.sh", $this->folder, $version);
    }

    /** @return list<int> the exit statuses */
    public function releaseAtOnce(string ...$versions): array
    {
        $scripts = array_map(fn (string $version) => proc_open(
            ['env', 'RELOAD=no', "$this->project/bin/release.sh", $this->folder, $version],
            [2 => ['file', '/dev/null', 'w']],
            $pipes,
        ), $versions);

        return array_map(proc_close(...), $scripts);
    }

    public function reload(): void
    {
        self::run("$this->project/bin/reload.sh", $this->folder);
    }

    /** Sends a request and doesn't wait for its response. */
    public function send(string $path, float $patience = 30): Request
    {
        return new Request("http://127.0.0.1:$this->port$path", $patience);
    }

    public function get(string $path): Response
    {
        return $this->send($path)->response();
    }

    public function busyWorkers(): int
    {
        $status = (new Request('http://127.0.0.1:' . ($this->port + 1) . '/status', 5))->response();
        preg_match('/^active processes: +(\d+)$/m', $status->body, $match);

        return (int) $match[1];
    }

    public function log(string $name): string
    {
        return (string) @file_get_contents("$this->folder/log/$name");
    }

    /** The output of memory.sh: a line for each worker. */
    public function memory(): string
    {
        return self::run("$this->project/bin/memory.sh", $this->folder);
    }

    /** A port that's free, as is the next one, which the status page uses. */
    private static function freePort(): int
    {
        do {
            $port = random_int(10_000, 14_999) * 2;
            $site = @stream_socket_server("tcp://127.0.0.1:$port");
            $status = @stream_socket_server('tcp://127.0.0.1:' . ($port + 1));
        } while (!$site || !$status);
        fclose($site);
        fclose($status);

        return $port;
    }

    private static function run(string ...$command): string
    {
        exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1', $lines, $status);
        $status === 0 || throw new RuntimeException("$command[0]: " . implode("\n", $lines));

        return implode("\n", $lines);
    }
}
