<?php

declare(strict_types=1);

use Campsite\BadRow;
use Campsite\Booking;
use Campsite\Errors;

require __DIR__ . '/../vendor/autoload.php';

Errors::throwWarnings();

$text = fn(string $name): string => is_string($_GET[$name] ?? null) ? $_GET[$name] : '';
$pitch = $text('pitch');
$message = '';
if ($pitch !== '') {
    try {
        $booking = Booking::fromCells([$pitch, $text('nights'), '21.50']);
        $message = sprintf('%s: %.2f euros', $booking->pitch, $booking->cents / 100);
    } catch (BadRow $error) {
        http_response_code(422);
        $message = $error->getMessage();
    }
}
?>
<!doctype html>
<title>Campsite</title>
<form>
  Pitch <input name="pitch" value="<?= htmlspecialchars($pitch) ?>">
  Nights <input name="nights">
  <button>Price</button>
</form>
<p><?= htmlspecialchars($message) ?></p>
