<?php

declare(strict_types=1);

namespace Garden\EventListener;

use Symfony\Component\EventDispatcher\Attribute\AsEventListener;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpKernel\Event\ExceptionEvent;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;

#[AsEventListener(priority: -64)]
final class ApiErrors
{
    public function __invoke(ExceptionEvent $event): void
    {
        if (!str_starts_with($event->getRequest()->getPathInfo(), '/api/')) {
            return;
        }

        $error = $event->getThrowable();
        [$status, $headers] = $error instanceof HttpExceptionInterface
            ? [$error->getStatusCode(), $error->getHeaders()]
            : [500, []];
        $event->setResponse(new JsonResponse(['status' => $status], $status, $headers));
    }
}
