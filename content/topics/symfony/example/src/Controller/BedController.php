<?php

declare(strict_types=1);

namespace Garden\Controller;

use Garden\Beds;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpKernel\Attribute\AsController;
use Symfony\Component\HttpKernel\Exception\NotFoundHttpException;
use Symfony\Component\HttpKernel\Exception\UnprocessableEntityHttpException;

#[AsController]
final readonly class BedController
{
    public function __construct(private Beds $beds)
    {
    }

    public function show(int $id): JsonResponse
    {
        $name = $this->beds->name($id) ?? throw new NotFoundHttpException();

        return new JsonResponse(['id' => $id, 'name' => $name]);
    }

    public function rename(int $id, Request $request): JsonResponse
    {
        $name = $request->toArray()['name'] ?? null;
        $valid = '/^[^\p{C}\s]((\P{C}|[\x{200C}\x{200D}]){0,58}[^\p{C}\s])?$/Du';
        if (!is_string($name) || preg_match($valid, $name) !== 1) {
            throw new UnprocessableEntityHttpException();
        }
        $this->beds->rename($id, $name);

        return $this->show($id);
    }
}
