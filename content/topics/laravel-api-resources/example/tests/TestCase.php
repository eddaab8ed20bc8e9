<?php

namespace Tests;

use Closure;
use Illuminate\Foundation\Testing\TestCase as BaseTestCase;
use Illuminate\Support\Facades\DB;

abstract class TestCase extends BaseTestCase
{
    #region statements
    /** @return list<string> the SQL that the function sends */
    protected function statements(Closure $function): array
    {
        DB::flushQueryLog();
        DB::enableQueryLog();
        $function();
        DB::disableQueryLog();

        return array_column(DB::getQueryLog(), 'query');
    }
    #endregion statements
}
