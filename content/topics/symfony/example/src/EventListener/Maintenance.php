<?php

declare(strict_types=1);

namespace Garden\EventListener;

use Symfony\Component\EventDispatcher\Attribute\AsEventListener;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Event\RequestEvent;

#[AsEventListener(priority: 4096)]
final readonly class Maintenance
{
    public function __construct(private string $file)
    {
    }

    public function __invoke(RequestEvent $event): void
    {
        if ($event->isMainRequest() && is_file($this->file)) {
            $event->setResponse(new Response('Back soon.', 503, ['Retry-After' => '300']));
        }
    }
}
