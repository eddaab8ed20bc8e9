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
            $isSilenced = (error_reporting() & $level) === 0; // by @, for example
            if ($isSilenced || $level === E_DEPRECATED || $level === E_USER_DEPRECATED) {
                return false;
            }
            throw new ErrorException($message, 0, $level, $file, $line);
        });
    }
    #endregion throw
}
