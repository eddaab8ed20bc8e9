<?php

namespace Tests\Feature;

use App\Models\Room;
use App\Models\Work;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\LazyLoadingViolationException;
use Illuminate\Foundation\Testing\RefreshDatabase;
use Tests\TestCase;

class LoadingTest extends TestCase
{
    use RefreshDatabase;

    #region lazy
    public function test_lazy_loading_sends_a_query_for_each_work(): void
    {
        Model::preventLazyLoading(false);
        Work::factory()->count(2)->for(Room::factory())->create();
        Work::factory()->create();

        $statements = $this->statements(function () {
            foreach (Work::all() as $work) {
                $work->room->name;
            }
        });

        self::assertSame([
            'select * from "works"',
            'select * from "rooms" where "rooms"."id" = ? limit 1',
            'select * from "rooms" where "rooms"."id" = ? limit 1',
            'select * from "rooms" where "rooms"."id" = ? limit 1',
        ], $statements);
    }
    #endregion lazy

    #region eager
    public function test_eager_loading_sends_two(): void
    {
        Work::factory()->count(50)->create();

        $statements = $this->statements(function () {
            foreach (Work::with('room')->get() as $work) {
                $work->room->name;
            }
        });

        self::assertCount(2, $statements);
        self::assertStringStartsWith('select * from "rooms" where "rooms"."id" in (1, 2, 3,', $statements[1]);
    }
    #endregion eager

    #region strict
    public function test_strict_mode_reports_lazy_loading_in_a_list(): void
    {
        Work::factory()->count(2)->create();
        $this->expectException(LazyLoadingViolationException::class);
        Work::all()->first()->room->name;
    }

    public function test_strict_mode_does_not_see_it_with_one_row(): void
    {
        Work::factory()->create();
        self::assertSame('North', Work::all()->first()->room->name);
    }
    #endregion strict

    public function test_one_call_loads_relations_for_the_whole_list(): void
    {
        Work::factory()->count(50)->create();
        Model::automaticallyEagerLoadRelationships();
        try {
            $statements = $this->statements(fn () => Work::all()->each(fn (Work $work) => $work->room->name));
        } finally {
            Model::automaticallyEagerLoadRelationships(false);
        }

        self::assertCount(2, $statements);
    }

    #region top
    public function test_counts_works_and_takes_the_three_most_valuable_of_each_room(): void
    {
        $rooms = Room::factory()->count(50)->create();
        foreach ($rooms as $room) {
            Work::factory()->count(4)->for($room)->sequence(fn ($row) => ['insured' => $row->index * 100])->create();
        }

        $statements = $this->statements(function () use (&$rooms) {
            $rooms = Room::withCount('works')
                ->with(['works' => fn ($query) => $query->orderByDesc('insured')->limit(3)])
                ->get();
        });

        self::assertCount(2, $statements);
        self::assertSame(4, $rooms[49]->works_count);
        self::assertSame([300, 200, 100], $rooms[49]->works->pluck('insured')->all());
    }
    #endregion top

    protected function tearDown(): void
    {
        Model::preventLazyLoading();
        parent::tearDown();
    }
}
