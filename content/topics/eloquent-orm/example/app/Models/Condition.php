<?php

namespace App\Models;

enum Condition: string
{
    case Good = 'good';
    case Fragile = 'fragile';
}
