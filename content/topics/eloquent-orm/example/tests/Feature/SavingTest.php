<?php

namespace Tests\Feature;

use App\Models\Condition;
use App\Models\Exhibition;
use App\Models\Room;
use App\Models\Work;
use Carbon\CarbonImmutable;
use Illuminate\Database\Eloquent\MassAssignmentException;
use Illuminate\Database\Eloquent\MissingAttributeException;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Foundation\Testing\RefreshDatabase;
use Illuminate\Support\Facades\Event;
use Tests\TestCase;

class SavingTest extends TestCase
{
    use RefreshDatabase;

    #region dirty
    public function test_a_save_writes_what_has_changed(): void
    {
        $owl = Work::factory()->create();

        $statements = $this->statements(function () use ($owl) {
            $owl->title = 'Night owl';
            $owl->insured = 700;
            $owl->save();
            $owl->save();
        });

        self::assertSame(['update "works" set "title" = ?, "updated_at" = ? where "id" = ?'], $statements);
    }
    #endregion dirty

    #region fill
    public function test_fill_drops_fields_that_are_not_listed(): void
    {
        Model::preventSilentlyDiscardingAttributes(false);
        $owl = Work::factory()->create();
        $owl->update(['title' => 'Night owl', 'insured' => 1]);

        self::assertSame(['Night owl', 700], [$owl->title, $owl->fresh()->insured]);
    }

    public function test_strict_mode_throws_instead(): void
    {
        $owl = Work::factory()->create();
        $this->expectException(MassAssignmentException::class);
        $owl->update(['title' => 'Night owl', 'insured' => 1]);
    }
    #endregion fill

    public function test_strict_mode_knows_which_columns_were_read(): void
    {
        Work::factory()->create();
        $this->expectException(MissingAttributeException::class);
        Work::query()->select('id')->first()->title;
    }

    #region casts
    public function test_casts_turn_columns_into_types(): void
    {
        $work = Work::factory()->create(['condition' => Condition::Fragile, 'acquired_at' => '1921-05-04 10:00:00']);
        $work->refresh();

        self::assertSame(Condition::Fragile, $work->condition);
        self::assertInstanceOf(CarbonImmutable::class, $work->acquired_at);
        self::assertFalse($work->scanned);
    }
    #endregion casts

    #region chunk
    public function test_chunk_skips_rows_that_the_loop_changes(): void
    {
        Work::factory()->count(6)->create();
        Work::unscanned()->chunk(2, fn ($works) => $works->each(self::scan(...)));

        self::assertSame([3, 4], Work::unscanned()->pluck('id')->all());
    }

    public function test_chunk_by_id_misses_none(): void
    {
        Work::factory()->count(6)->create();
        Work::unscanned()->chunkById(2, fn ($works) => $works->each(self::scan(...)));

        self::assertSame(0, Work::unscanned()->count());
    }
    #endregion chunk

    #region bulk
    public function test_a_bulk_update_is_one_statement_without_events(): void
    {
        $room = Room::factory()->create();
        Work::factory()->count(3)->create();
        Event::fake(['eloquent.saved: ' . Work::class]);

        $statements = $this->statements(fn () => Work::query()->update(['room_id' => $room->id]));

        self::assertCount(1, $statements);
        Event::assertNotDispatched('eloquent.saved: ' . Work::class);
        Work::first()->update(['title' => 'Harbor']);
        Event::assertDispatched('eloquent.saved: ' . Work::class);
    }
    #endregion bulk

    #region or
    public function test_a_group_keeps_other_lenders_works_out(): void
    {
        Work::factory()->create(['lender_id' => 7, 'artist' => 'Munch']);
        Work::factory()->create(['lender_id' => 8, 'artist' => 'Munch']);

        $open = Work::where('lender_id', 7)->where('title', 'Frost')->orWhere('artist', 'Munch');
        self::assertSame(2, $open->count());

        $grouped = Work::where('lender_id', 7)
            ->where(fn ($query) => $query->where('title', 'Frost')->orWhere('artist', 'Munch'));
        self::assertSame(1, $grouped->count());
    }
    #endregion or

    #region pivot
    public function test_hangs_a_work_on_a_wall(): void
    {
        $owl = Work::factory()->create();
        $birds = Exhibition::create(['title' => 'Birds']);
        $owl->exhibitions()->attach($birds, ['wall' => 'east']);

        self::assertSame('east', $owl->exhibitions->first()->pivot->wall);
        self::assertSame(1, Work::whereRelation('exhibitions', 'title', 'Birds')->count());
    }
    #endregion pivot

    protected function tearDown(): void
    {
        Model::preventSilentlyDiscardingAttributes();
        parent::tearDown();
    }

    private static function scan(Work $work): void
    {
        $work->scanned = true;
        $work->save();
    }
}
