<?php

declare(strict_types=1);

namespace Garden\Tests;

use Garden\Bed;
use PHPUnit\Framework\TestCase;
use Symfony\Component\Serializer\Attribute\Groups;
use Symfony\Component\Serializer\Mapping\Factory\ClassMetadataFactory;
use Symfony\Component\Serializer\Mapping\Loader\AttributeLoader;
use Symfony\Component\Serializer\Normalizer\ObjectNormalizer;
use Symfony\Component\Serializer\Serializer;

final class BedTest extends TestCase
{
    private Serializer $serializer;

    protected function setUp(): void
    {
        if (!class_exists(Groups::class)) {
            self::markTestSkipped('Symfony 6.4 is the first version with this attribute.');
        }
        $this->serializer = new Serializer([new ObjectNormalizer(new ClassMetadataFactory(new AttributeLoader()))]);
    }

    #region groups
    public function testClientsDoNotSeeTheNote(): void
    {
        $bed = new Bed();
        [$bed->id, $bed->name, $bed->internalNote] = [2, 'Alpine', 'thefts in May'];

        self::assertSame(
            ['id' => 2, 'name' => 'Alpine'],
            $this->serializer->normalize($bed, context: ['groups' => ['bed:read']]),
        );
    }

    public function testClientsWriteTheNameOnly(): void
    {
        $input = ['id' => 7, 'name' => 'Ferns', 'internalNote' => 'mine'];
        $bed = $this->serializer->denormalize($input, Bed::class, context: ['groups' => ['bed:write']]);

        self::assertSame([null, 'Ferns', ''], [$bed->id, $bed->name, $bed->internalNote]);
    }
    #endregion groups
}
