<?php

declare(strict_types=1);

namespace Museum\Tests;

/** A request that runs in a process of its own. */
final class Request
{
    /** @var resource */
    private $process;
    /** @var resource */
    private $output;

    public function __construct(string $url, float $patience)
    {
        $command = ['curl', '--silent', '--max-time', (string) $patience, '--write-out', '%{http_code} %{time_total}'];
        $this->process = proc_open([...$command, $url], [1 => ['pipe', 'w']], $pipes);
        $this->output = $pipes[1];
    }

    public function response(): Response
    {
        preg_match('/^(.*?)(\d{3}) ([\d.]+)$/s', stream_get_contents($this->output), $match);
        proc_close($this->process);

        return new Response((int) $match[2], trim($match[1]), (float) $match[3]);
    }
}
