<?php

declare(strict_types=1);

namespace Lockers;

use DomainException;
use InvalidArgumentException;

final readonly class Parcel
{
    public function __construct(
        public string $id,
        public State $state = State::Announced,
        public ?int $locker = null,
    ) {
        if ($id === '' || ($locker ?? 1) < 1) {
            throw new InvalidArgumentException('a parcel has an ID, and lockers count from 1');
        }
        if (($state === State::Stored) !== ($locker !== null)) {
            throw new InvalidArgumentException('a parcel has a locker while it is stored, and only then');
        }
    }

    public function to(State $next, ?int $locker = null): self
    {
        if (!$this->state->canBecome($next)) {
            throw new DomainException("{$this->state->value} can't become {$next->value}");
        }

        return new self($this->id, $next, $locker);
    }
}
