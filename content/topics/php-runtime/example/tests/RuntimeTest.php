<?php

declare(strict_types=1);

namespace Museum\Tests;

use PHPUnit\Framework\TestCase;
use RuntimeException;

final class RuntimeTest extends TestCase
{
    private ?Site $site = null;

    protected function tearDown(): void
    {
        $this->site?->stop();
    }

    public function testTheThirdRequestWaitsForAWorker(): void
    {
        $site = $this->start();
        $requests = [$this->busy('/calendar?seconds=1', 1), $this->busy('/calendar?seconds=1', 2)];
        $third = $site->send('/calendar?seconds=1');

        foreach ($requests as $request) {
            self::assertLessThan(1.4, $request->response()->seconds);
        }
        self::assertGreaterThan(1.5, $third->response()->seconds);
        preg_match_all('/^GET \/calendar 200 (\d+)/m', $site->log('web.log'), $logged);
        self::assertLessThan(1400, max($logged[1]), 'the log of FPM does not count the wait');
    }

    public function testBusyWorkersOfOnePoolDoNotBlockAnother(): void
    {
        $site = $this->start();
        $slow = [$this->busy('/calendar?seconds=1.5', 1), $this->busy('/calendar?seconds=1.5', 2)];

        self::assertLessThan(0.5, $site->get('/export')->seconds);
        self::assertSame(200, $slow[0]->response()->status);
    }

    public function testAWorkerGoesOnAfterItsClientHasLeft(): void
    {
        $site = $this->start();
        $impatient = [$this->busy('/calendar?seconds=3', 1, 0.7), $this->busy('/calendar?seconds=3', 2, 0.7)];
        foreach ($impatient as $request) {
            self::assertSame(0, $request->response()->status);
        }

        self::assertSame(2, $site->busyWorkers());
        self::assertGreaterThan(0.5, $site->get('/version')->seconds);
    }

    public function testAReloadLetsRunningRequestsFinishAndOthersWait(): void
    {
        $site = $this->start();
        $running = $this->busy('/calendar?seconds=1.5', 1);
        $site->reload();
        usleep(100_000);
        $waiting = $site->get('/version');

        self::assertSame(200, $running->response()->status);
        self::assertSame(200, $waiting->status);
        self::assertGreaterThan(0.6, $waiting->seconds);
    }

    public function testWithoutATimeLimitAReloadCutsRunningRequests(): void
    {
        $site = $this->start(['process_control_timeout = 20s' => 'process_control_timeout = 0']);
        $running = $this->busy('/calendar?seconds=1.5', 1);
        $site->reload();

        self::assertSame(502, $running->response()->status);
    }

    public function testNginxWaitsForAReloadAndTheRequest(): void
    {
        $deploy = dirname(__DIR__) . '/deploy';
        $fpm = file_get_contents("$deploy/php-fpm.conf");
        preg_match('/^process_control_timeout = (\d+)s$/m', $fpm, $reload);
        preg_match('/^\[web\].*?^request_terminate_timeout = (\d+)s$/ms', $fpm, $request);
        preg_match('/@php {\s+fastcgi_read_timeout (\d+)s;/', file_get_contents("$deploy/nginx.conf"), $patience);

        self::assertGreaterThan($reload[1] + $request[1], (int) $patience[1]);
    }

    public function testABrokenConfigurationIsNotLoaded(): void
    {
        $site = $this->start();
        $site->configure('pm = static', 'pm = statc');
        try {
            $site->reload();
            self::fail('the reload went through');
        } catch (RuntimeException $error) {
            self::assertStringContainsString('invalid process manager', $error->getMessage());
        }

        self::assertSame(200, $site->get('/version')->status);
    }

    public function testAChangedFileIsNotReadBeforeAReload(): void
    {
        $site = $this->start();
        self::assertSame('{"version":"first"}', $site->get('/version')->body);
        file_put_contents("$site->folder/current/version.php", "<?php return 'changed';");
        touch("$site->folder/current/version.php", time() - 30);
        sleep(3); // longer than opcache.revalidate_freq

        self::assertSame('{"version":"first"}', $site->get('/version')->body);
        $site->reload();
        self::assertSame('{"version":"changed"}', $site->get('/version')->body);
    }

    public function testAReleaseIsServedAtOnceAndFailsNoRequest(): void
    {
        $site = $this->start();
        $site->get('/version');
        $running = $this->busy('/calendar?seconds=1', 1);
        $site->release('second');

        self::assertSame('{"version":"second"}', $site->get('/version')->body);
        self::assertSame(200, $running->response()->status);
        self::assertStringContainsString('Reloading in progress', $site->log('fpm.log'));
    }

    public function testAReleaseIsNotOverwritten(): void
    {
        $site = $this->start();
        $this->expectException(RuntimeException::class);
        $site->release('first');
    }

    public function testReleasesAtOnceDoNotUseEachOthersLink(): void
    {
        $site = $this->start();

        self::assertSame(array_fill(0, 8, 0), $site->releaseAtOnce(...range('a', 'h')));
    }

    public function testThePathOfTheLinkKeepsServingTheOldRelease(): void
    {
        $site = $this->start(['$realpath_root' => '$document_root']);
        $site->get('/version');
        $site->release('second', false);

        self::assertSame('{"version":"first"}', $site->get('/version')->body);
    }

    public function testTheMemoryLimitFailsOnlyTheRequestOfItsPool(): void
    {
        $site = $this->start();
        self::assertSame(200, $site->get('/export?tickets=200000')->status);
        self::assertSame(500, $site->get('/export?tickets=1000000')->status);
        self::assertStringContainsString('Allowed memory size of 268435456 bytes', $site->log('nginx.log'));
        self::assertSame(200, $site->get('/export')->status);
        self::assertStringNotContainsString('exited', $site->log('fpm.log'));
    }

    public function testARequestThatTakesTooLongEndsWithItsWorker(): void
    {
        $site = $this->start(['request_terminate_timeout = 15s' => 'request_terminate_timeout = 2s']);
        $response = $site->get('/calendar?seconds=20');

        self::assertSame(502, $response->status);
        self::assertLessThan(5, $response->seconds);
        self::assertSame(200, $site->get('/version')->status);
    }

    public function testWaitingDoesNotCountAsExecutionTime(): void
    {
        $site = $this->start(['php_admin_value[memory_limit] = 64M' => 'php_admin_value[max_execution_time] = 1']);

        self::assertSame(200, $site->get('/calendar?seconds=2')->status);
    }

    public function testTheSlowLogNamesTheFunction(): void
    {
        $site = $this->start();
        $site->get('/calendar?seconds=2');
        if (str_contains($site->log('fpm.log'), 'failed to ptrace')) {
            self::markTestSkipped('this system forbids tracing');
        }

        self::assertMatchesRegularExpression('/^\[\w+\] fetch\(\) .+index\.php:\d+$/m', $site->log('slow.log'));
    }

    public function testOnlyThePublicFolderIsServed(): void
    {
        $site = $this->start();
        file_put_contents("$site->folder/current/.env", 'APP_KEY=secret');
        file_put_contents("$site->folder/current/public/logo.svg", '<svg/>');

        self::assertSame('<svg/>', $site->get('/logo.svg')->body);
        foreach (['/.env', '/../.env', '/%2e%2e/.env', '/version.php', '/index.php', '/x.php/y'] as $path) {
            self::assertContains($site->get($path)->status, [400, 404], $path);
        }
    }

    public function testVisitorsCannotReadTheStatusPage(): void
    {
        $site = $this->start();
        foreach (['/status', '/status?full', '//status', '/%73tatus', '/x/../status'] as $path) {
            self::assertSame(404, $site->get($path)->status, $path);
        }
    }

    public function testASecondExportWaitsForTheFirst(): void
    {
        $site = $this->start();
        $first = $site->send('/export?tickets=500000');
        usleep(150_000); // FPM has to start the worker first
        $second = $site->send('/export?tickets=500000');

        self::assertSame(200, $first->response()->status);
        self::assertSame(200, $second->response()->status);
        self::assertStringContainsString('export] server reached max_children setting (1)', $site->log('fpm.log'));
    }

    public function testMemoryWithoutWhatWorkersShare(): void
    {
        $site = $this->start();
        $site->get('/version');

        preg_match_all('/^web +(\d+) +(\d+)$/m', $site->memory(), $workers);
        self::assertCount(2, $workers[0]);
        self::assertGreaterThan(0, min($workers[2]));
        self::assertLessThan(min($workers[1]), max($workers[2]));
    }

    /** @param array<string, string> $changes */
    private function start(array $changes = []): Site
    {
        return $this->site = new Site($changes);
    }

    /** Sends a request, and waits until so many workers are busy. */
    private function busy(string $path, int $workers, float $patience = 30): Request
    {
        $request = $this->site->send($path, $patience);
        for ($try = 0; $this->site->busyWorkers() < $workers; $try++) {
            self::assertLessThan(50, $try, 'no worker took the request');
            usleep(10_000);
        }

        return $request;
    }
}
