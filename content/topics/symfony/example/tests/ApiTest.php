<?php

declare(strict_types=1);

namespace Garden\Tests;

use PDO;
use Symfony\Bundle\FrameworkBundle\Test\KernelTestCase;
use Symfony\Component\ErrorHandler\BufferingLogger;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\HttpKernelInterface;

final class ApiTest extends KernelTestCase
{
    private PDO $db;
    private BufferingLogger $logger;

    protected function setUp(): void
    {
        self::bootKernel();
        $this->db = self::getContainer()->get(PDO::class);
        $this->logger = self::getContainer()->get('logger');
        $this->db->exec("CREATE TABLE beds (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO beds VALUES (2, 'Alpine'), (4, 'Roses')");
    }

    protected function tearDown(): void
    {
        $this->logger->cleanLogs(); // it prints the rest at the end
        parent::tearDown();
    }

    #region errors
    public function testEveryErrorHasTheSameShape(): void
    {
        self::assertSame('{"id":2,"name":"Alpine"}', $this->send('GET', '/api/beds/2')->getContent());
        self::assertSame('{"status":404}', $this->send('GET', '/api/beds/9')->getContent());
        self::assertSame('{"status":404}', $this->send('GET', '/api/beds/x')->getContent());
        self::assertSame('{"status":404}', $this->send('GET', '/api/beds/1234567890123456789012')->getContent());
        self::assertSame('{"status":404}', $this->send('GET', '/api/nothing')->getContent());

        $response = $this->send('DELETE', '/api/beds/2');
        self::assertSame('{"status":405}', $response->getContent());
        self::assertSame('GET, PUT', $response->headers->get('Allow'));

        $this->db->exec('DROP TABLE beds');
        self::assertSame('{"status":500}', $this->send('GET', '/api/beds/2')->getContent());
        self::assertStringContainsString('no such table', implode(array_column($this->logger->cleanLogs(), 1)));
    }
    #endregion errors

    public function testRenamesABed(): void
    {
        self::assertSame(200, $this->send('PUT', '/api/beds/2', '{"name": "Ferns"}')->getStatusCode());
        self::assertSame('{"id":2,"name":"Ferns"}', $this->send('GET', '/api/beds/2')->getContent());
        self::assertSame('{"id":4,"name":"Roses"}', $this->send('GET', '/api/beds/4')->getContent());
        self::assertSame(404, $this->send('PUT', '/api/beds/3', '{"name": "Ferns"}')->getStatusCode());
    }

    public function testAcceptsNamesWithJoiners(): void
    {
        foreach (['گل\u200cخانه', '👩\u200d🌾 bed'] as $name) {
            self::assertSame(200, $this->send('PUT', '/api/beds/2', "{\"name\": \"$name\"}")->getStatusCode(), $name);
        }
    }

    public function testRefusesNamesThatAreNone(): void
    {
        $bodies = ['{}', '{"name": ""}', '{"name": " "}', '{"name": 7}', '{"name": ["Ferns"]}', '{"name": "a\\nb"}'];
        $bodies = [...$bodies, '{"name": "a\\u0000b"}', '{"name": "\\u200b"}', json_encode(['name' => str_repeat('x', 61)])];
        $bodies = [...$bodies, '{"name": "\\u200d"}', '{"name": "a\\u202eb"}', '{"name": "Ferns\\n"}'];
        foreach ($bodies as $body) {
            self::assertSame(422, $this->send('PUT', '/api/beds/2', $body)->getStatusCode(), $body);
        }
        self::assertSame(400, $this->send('PUT', '/api/beds/2', 'no JSON')->getStatusCode());
        self::assertSame('{"id":2,"name":"Alpine"}', $this->send('GET', '/api/beds/2')->getContent());
    }

    public function testLeavesOtherPagesToTheFramework(): void
    {
        $response = $this->send('GET', '/nothing');
        self::assertSame(404, $response->getStatusCode());
        self::assertStringStartsWith('text/html', (string) $response->headers->get('Content-Type'));
    }

    #region maintenance
    public function testMaintenanceSkipsTheController(): void
    {
        $file = self::$kernel->getProjectDir() . '/var/maintenance';
        touch($file);
        try {
            $response = $this->send('PUT', '/api/beds/2', '{"name": "Ferns"}');
            self::assertSame(503, $this->send('GET', '/nothing')->getStatusCode());
            self::assertSame([503, '300'], [$response->getStatusCode(), $response->headers->get('Retry-After')]);
        } finally {
            unlink($file);
        }

        self::assertSame('{"id":2,"name":"Alpine"}', $this->send('GET', '/api/beds/2')->getContent());
    }
    #endregion maintenance

    public function testMaintenanceLetsTheFrameworksOwnRequestsPass(): void
    {
        $file = self::$kernel->getProjectDir() . '/var/maintenance';
        touch($file);
        try {
            $request = Request::create('/api/beds/2');
            $response = self::$kernel->handle($request, HttpKernelInterface::SUB_REQUEST);
        } finally {
            unlink($file);
        }

        self::assertSame(200, $response->getStatusCode());
    }

    private function send(string $method, string $path, string $body = ''): Response
    {
        return self::$kernel->handle(Request::create($path, $method, content: $body));
    }
}
