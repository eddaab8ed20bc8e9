<?php

namespace App\Policies;

use App\Models\Child;
use App\Models\User;

class ChildPolicy
{
    public function order(User $user, Child $child): bool
    {
        return $child->parent_id === $user->id;
    }
}
