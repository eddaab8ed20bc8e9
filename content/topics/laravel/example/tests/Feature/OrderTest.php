<?php

namespace Tests\Feature;

use App\Models\Child;
use App\Models\User;
use Illuminate\Foundation\Testing\RefreshDatabase;
use Illuminate\Testing\TestResponse;
use Laravel\Sanctum\Sanctum;
use Tests\TestCase;

class OrderTest extends TestCase
{
    use RefreshDatabase;

    private Child $child;

    protected function setUp(): void
    {
        parent::setUp();
        $this->travelTo(now('Europe/Oslo')->setTime(10, 29, 59));
        $this->child = Child::factory()->create();
    }

    #region order
    public function test_parents_order_only_for_their_own_children(): void
    {
        Sanctum::actingAs($this->child->parent);
        $this->order(['meal' => 'soup', 'portions' => 2])->assertCreated();

        Sanctum::actingAs(User::factory()->create());
        $this->order(['meal' => 'soup', 'portions' => 2])->assertForbidden();

        $this->assertDatabaseCount('orders', 1);
    }
    #endregion order

    public function test_strangers_learn_nothing_about_the_rules(): void
    {
        Sanctum::actingAs(User::factory()->create());
        $this->order(['meal' => 'steak'])->assertForbidden();
    }

    public function test_someone_without_a_login_gets_401(): void
    {
        $this->order(['meal' => 'soup', 'portions' => 2])->assertUnauthorized();
        $this->withToken('1|invented')->order(['meal' => 'soup', 'portions' => 2])->assertUnauthorized();
    }

    #region validated
    public function test_stores_only_fields_that_have_a_rule(): void
    {
        Sanctum::actingAs($this->child->parent);
        $this->order(['meal' => 'soup', 'portions' => 2, 'child_id' => 99, 'price' => 0])->assertCreated();

        $this->assertDatabaseHas('orders', ['child_id' => $this->child->id, 'meal' => 'soup', 'portions' => 2]);
    }

    public function test_names_each_wrong_field(): void
    {
        Sanctum::actingAs($this->child->parent);
        foreach ([0, 5, '2', 1.5, null, [2]] as $portions) {
            $this->order(['meal' => 'steak', 'portions' => $portions])
                ->assertUnprocessable()
                ->assertJsonValidationErrors(['meal', 'portions']);
        }
    }
    #endregion validated

    public function test_the_kitchen_closes_at_half_past_ten(): void
    {
        Sanctum::actingAs($this->child->parent);
        $this->travelTo(now('Europe/Oslo')->setTime(10, 30));
        $this->order(['meal' => 'soup', 'portions' => 2])->assertConflict();
    }

    public function test_an_unknown_child_is_a_404(): void
    {
        Sanctum::actingAs($this->child->parent);
        $this->postJson('/api/children/999/orders', ['meal' => 'soup', 'portions' => 2])->assertNotFound();
    }

    #region accept
    public function test_clients_that_accept_anything_get_json_too(): void
    {
        $path = "/api/children/{$this->child->id}/orders";
        $headers = ['HTTP_ACCEPT' => '*/*', 'CONTENT_TYPE' => 'application/json'];
        $this->call('POST', $path, server: $headers, content: '{"meal": "steak"}')->assertUnauthorized();

        Sanctum::actingAs($this->child->parent);
        $this->call('POST', $path, server: $headers, content: '{"meal": "steak"}')
            ->assertUnprocessable()
            ->assertJsonValidationErrors(['meal', 'portions']);
    }
    #endregion accept

    /** @param array<string, mixed> $body */
    private function order(array $body): TestResponse
    {
        return $this->postJson("/api/children/{$this->child->id}/orders", $body);
    }
}
