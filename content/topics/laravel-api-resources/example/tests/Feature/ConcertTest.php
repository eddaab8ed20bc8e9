<?php

namespace Tests\Feature;

use App\Models\Concert;
use App\Models\Singer;
use App\Models\User;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Foundation\Testing\RefreshDatabase;
use Illuminate\Support\Facades\DB;
use Tests\TestCase;

class ConcertTest extends TestCase
{
    use RefreshDatabase;

    #region visitor
    public function test_a_visitor_sees_these_fields_and_no_others(): void
    {
        $concert = Concert::factory()->has(Singer::factory())->create();
        DB::statement("ALTER TABLE singers ADD COLUMN phone TEXT DEFAULT '+47 11'");

        $this->getJson("/api/concerts/{$concert->id}")->assertExactJson(['data' => [
            'id' => $concert->id,
            'title' => 'Winter',
            'startsAt' => '2026-12-19T18:30:00.000000Z',
            'encore' => null,
            'singers' => [['name' => 'Ada', 'voice' => 'alto']],
        ]]);
    }
    #endregion visitor

    public function test_a_model_would_show_the_new_column(): void
    {
        DB::statement("ALTER TABLE singers ADD COLUMN phone TEXT DEFAULT '+47 11'");
        self::assertStringContainsString('"phone":"+47 11"', Singer::factory()->create()->fresh()->toJson());
    }

    #region office
    public function test_the_fee_is_for_the_office(): void
    {
        $path = '/api/concerts/' . Concert::factory()->create()->id;
        $this->getJson($path)->assertJsonMissingPath('data.feeCents');

        $this->withToken($this->tokenOf(isOffice: true))->getJson($path)->assertJsonPath('data.feeCents', 80000);

        $this->app['auth']->forgetGuards(); // the guard keeps the user for the whole test
        $this->withToken($this->tokenOf(isOffice: false))->getJson($path)->assertJsonMissingPath('data.feeCents');
    }
    #endregion office

    #region count
    public function test_the_list_sends_as_many_statements_for_20_rows_as_for_2(): void
    {
        $statements = fn () => count($this->statements(fn () => $this->getJson('/api/concerts')->assertOk()));

        Concert::factory()->count(2)->has(Singer::factory()->count(3))->create();
        $forTwo = $statements();
        Concert::factory()->count(18)->has(Singer::factory()->count(3))->create();

        self::assertSame(2, $forTwo);
        self::assertSame($forTwo, $statements());
    }
    #endregion count

    public function test_a_wrong_token_is_looked_up_once_for_all_rows(): void
    {
        Concert::factory()->count(20)->create();
        $this->withToken('wrong');

        self::assertCount(3, $this->statements(fn () => $this->getJson('/api/concerts')->assertOk()));
    }

    public function test_the_earliest_comes_first_and_then_the_one_entered_first(): void
    {
        Concert::factory()->create(['name' => 'Late', 'starts_at' => '2026-12-20 18:30:00']);
        Concert::factory()->count(2)->sequence(['name' => 'First'], ['name' => 'Second'])->create();

        $sql = $this->statements(function () {
            $names = array_column($this->getJson('/api/concerts')->json('data'), 'title');
            self::assertSame(['First', 'Second', 'Late'], $names);
        });
        self::assertStringContainsString('order by "starts_at" asc, "id" asc', end($sql)); // SQLite happens to do it anyway
    }

    #region list
    public function test_a_page_has_links_and_meta_beside_the_data(): void
    {
        Concert::factory()->count(21)->has(Singer::factory()->count(3))->create();

        $this->getJson('/api/concerts')
            ->assertJsonCount(20, 'data')
            ->assertJsonPath('data.0.singerCount', 3)
            ->assertJsonMissingPath('data.0.singers')
            ->assertJsonPath('meta.total', 21)
            ->assertJsonStructure(['links' => ['first', 'next']]);
    }
    #endregion list

    private function tokenOf(bool $isOffice): string
    {
        $user = Model::unguarded(fn () => User::create(['is_office' => $isOffice]));

        return $user->createToken('app')->plainTextToken;
    }
}
