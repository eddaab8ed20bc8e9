<?php

declare(strict_types=1);

$finder = PhpCsFixer\Finder::create()->in([__DIR__ . '/src', __DIR__ . '/tests', __DIR__ . '/public']);

return (new PhpCsFixer\Config())
    ->setRules(['@PER-CS' => true, 'declare_strict_types' => true, 'no_unused_imports' => true])
    ->setRiskyAllowed(true)
    ->setFinder($finder);
