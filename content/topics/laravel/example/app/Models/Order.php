<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Attributes\Fillable;
use Illuminate\Database\Eloquent\Model;

#[Fillable(['meal', 'portions'])]
class Order extends Model
{
    // create() accepts the two fields above and no others
}
