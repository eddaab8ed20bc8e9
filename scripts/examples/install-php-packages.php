<?php

declare(strict_types=1);

/**
 * Installs the packages of the PHP project in the current folder with Composer.
 * Where Packagist can't be reached, it uses the packages that the system has on PHP's include path, as Debian's
 * php-symfony-* and phpunit are, whatever their version, and prints which PHPUnit and PHP that are.
 */
exec('composer install --quiet --no-interaction 2>&1', $lines, $status);
if ($status === 0) {
    exit(0);
}

$phpunit = trim((string) shell_exec('command -v phpunit'));
if ($phpunit === '') {
    fail('composer install failed, and phpunit is not installed');
}

['require' => $packages, 'autoload' => $autoload] = $project = json_decode(file_get_contents('composer.json'), true);
$loaders = [];
foreach (array_keys($packages) as $package) {
    if ($package === 'php' || str_starts_with($package, 'ext-')) {
        continue;
    }
    $loader = systemLoader($package) ?? fail("$package: neither from Packagist nor on PHP's include path");
    $loaders[] = 'require_once ' . var_export($loader, true) . ';';
}
$folders = var_export(array_merge($autoload['psr-4'], $project['autoload-dev']['psr-4'] ?? []), true);

is_dir('vendor/bin') || mkdir('vendor/bin', recursive: true);
symlink($phpunit, 'vendor/bin/phpunit');
file_put_contents('vendor/autoload.php', "<?php\n" . implode("\n", $loaders) . <<<PHP

    spl_autoload_register(function (string \$class) {
        foreach ($folders as \$prefix => \$folder) {
            \$file = dirname(__DIR__) . "/\$folder" . strtr(substr(\$class, strlen(\$prefix)), '\\\\', '/') . '.php';
            if (str_starts_with(\$class, \$prefix) && is_file(\$file)) {
                require \$file;
            }
        }
    });
    PHP);
echo 'without Packagist, with PHP ', PHP_VERSION, ' and ', preg_replace('/ by .*/s', '', (string) shell_exec('phpunit --version')), "\n";

function fail(string $reason): never
{
    echo "packages could not be resolved: $reason\n";
    exit(1);
}

/** symfony/http-kernel is Symfony/Component/HttpKernel/autoload.php there. */
function systemLoader(string $package): ?string
{
    [$vendor, $name] = array_map(fn($part) => str_replace(' ', '', ucwords(strtr($part, '-', ' '))), explode('/', $package));
    foreach (["$vendor/Component/$name", "$vendor/Bundle/$name", "$vendor/$name"] as $folder) {
        $path = stream_resolve_include_path("$folder/autoload.php");
        if ($path !== false) {
            return $path;
        }
    }

    return null;
}
