<?php

declare(strict_types=1);

namespace Campsite;

use ErrorException;

final class Errors
{
    #region throw
    /** Throws what PHP would only report: a missing key, a file that isn't there. */
    public static function throwWarnings(): void
    {
        set_error_handler(function (int $level, string $message, string $file, int $line): bool {
            if ((error_reporting() & $level) === 0) {
                return false; // someone wrote @ or switched this level off
            }
            throw new ErrorException($message, 0, $level, $file, $line);
        });
    }
    #endregion throw
}
