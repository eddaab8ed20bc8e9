<?php

namespace Tests\Feature;

use App\Models\User;
use Illuminate\Auth\Events\PasswordReset;
use Illuminate\Foundation\Testing\RefreshDatabase;
use Illuminate\Session\Middleware\StartSession;
use Illuminate\Support\Facades\DB;
use Illuminate\Testing\TestResponse;
use Laravel\Sanctum\PersonalAccessToken;
use Tests\TestCase;

class TokenTest extends TestCase
{
    use RefreshDatabase;

    private User $user;

    protected function setUp(): void
    {
        parent::setUp();
        $this->user = new User();
        $this->user->forceFill(['email' => 'ada@example.com', 'password' => 'secret', 'is_gardener' => true])->save();
    }

    #region stored
    public function test_the_table_holds_a_hash(): void
    {
        $token = $this->user->createToken('probe 7', ['readings:write'])->plainTextToken;
        [$id, $secret] = explode('|', $token);

        $row = DB::table('personal_access_tokens')->find($id);
        self::assertSame(hash('sha256', $secret), $row->token);
        self::assertSame('["readings:write"]', $row->abilities);
    }
    #endregion stored

    #region abilities
    public function test_a_token_does_what_it_is_for_and_nothing_else(): void
    {
        $token = $this->user->createToken('probe 7', ['readings:write'])->plainTextToken;

        $this->send('/api/readings', $token)->assertNoContent();
        $this->send('/api/vents', $token)->assertForbidden();
        $this->send('/api/readings', "{$token}x")->assertUnauthorized();
        $this->send('/api/readings', 'nonsense')->assertUnauthorized();
    }

    public function test_the_owner_must_be_allowed_too(): void
    {
        $token = $this->user->createToken('vents', ['vents:open'])->plainTextToken;
        $this->send('/api/vents', $token)->assertNoContent();

        $this->user->forceFill(['is_gardener' => false])->save();
        $this->send('/api/vents', $token)->assertForbidden();
    }
    #endregion abilities

    #region ends
    public function test_a_token_ends(): void
    {
        $token = $this->user->createToken('probe 7', ['readings:write'], now()->addMonths(6))->plainTextToken;
        $this->travel(5)->months();
        $this->send('/api/readings', $token)->assertNoContent();
        $this->travel(2)->months();
        $this->send('/api/readings', $token)->assertUnauthorized();
    }

    public function test_a_password_reset_ends_all_tokens(): void
    {
        $token = $this->user->createToken('probe 7', ['readings:write'])->plainTextToken;
        event(new PasswordReset($this->user));

        $this->send('/api/readings', $token)->assertUnauthorized();
    }
    #endregion ends

    #region session
    public function test_the_browser_app_logs_in_with_a_cookie(): void
    {
        $this->logIn('http://localhost:5173');
        $browser = ['Origin' => 'http://localhost:5173'];

        $input = ['name' => 'probe 7', 'abilities' => ['readings:write'], 'password' => 'secret'];
        $token = $this->postJson('/api/tokens', $input, $browser)
            ->assertCreated()
            ->json('token');
        $this->getJson('/api/tokens', $browser)
            ->assertJsonPath('0.name', 'probe 7')
            ->assertJsonMissingPath('0.token');
        $this->deleteJson('/api/tokens/' . explode('|', $token)[0], [], $browser)->assertNoContent();
        self::assertSame(0, PersonalAccessToken::count());
    }

    public function test_a_host_that_is_not_listed_has_no_session(): void
    {
        $this->logIn('http://localhost:5174');
        $this->getJson('/api/tokens', ['Origin' => 'http://localhost:5174'])->assertUnauthorized();
    }
    #endregion session

    #region login
    public function test_the_login_responds_in_json(): void
    {
        $this->postJson('/login', ['email' => 'ada@example.com', 'password' => 'wrong'])
            ->assertUnauthorized()
            ->assertJsonStructure(['message']);
        $this->post('/login', ['email' => 'ada@example.com'], ['Accept' => '*/*']) // what fetch sends
            ->assertJsonValidationErrors(['password']);
    }

    public function test_a_login_without_the_csrf_header_is_a_419(): void
    {
        $this->app['env'] = 'production'; // Laravel doesn't check in tests
        $this->postJson('/login', ['email' => 'ada@example.com', 'password' => 'secret'])->assertStatus(419);
    }
    #endregion login

    public function test_a_logout_ends_the_session(): void
    {
        $this->logIn('http://localhost:5173');
        $this->postJson('/logout', [], ['Origin' => 'http://localhost:5173'])->assertNoContent();
        $this->forgetWhoAsked();
        $this->getJson('/api/tokens', ['Origin' => 'http://localhost:5173'])->assertUnauthorized();
    }

    public function test_a_new_token_has_listed_abilities_and_an_end(): void
    {
        $this->logIn('http://localhost:5173');
        $browser = ['Origin' => 'http://localhost:5173'];
        foreach ([[], ['*'], ['readings:write', 'users:delete']] as $abilities) {
            $input = ['name' => 'probe 7', 'abilities' => $abilities, 'password' => 'secret'];
            $this->postJson('/api/tokens', $input, $browser)->assertUnprocessable();
        }

        $input = ['name' => 'probe 7', 'abilities' => ['vents:open'], 'password' => 'secret'];
        $this->postJson('/api/tokens', $input, $browser)->assertCreated();
        self::assertTrue(PersonalAccessToken::sole()->expires_at->isBetween(now()->addDays(180), now()->addDays(185)));
    }

    public function test_a_script_in_the_page_makes_no_token_without_the_password(): void
    {
        $this->logIn('http://localhost:5173');
        foreach ([[], ['password' => 'guess'], ['password' => ['secret']]] as $password) {
            $input = ['name' => 'mine', 'abilities' => ['vents:open'], ...$password];
            $this->postJson('/api/tokens', $input, ['Origin' => 'http://localhost:5173'])
                ->assertJsonValidationErrors(['password']);
        }
        self::assertSame(0, PersonalAccessToken::count());
    }

    public function test_a_token_makes_and_revokes_no_tokens(): void
    {
        $token = $this->user->createToken('all', ['*'])->plainTextToken;
        $this->send('/api/tokens', $token, ['name' => 'more', 'abilities' => ['vents:open']])->assertForbidden();
        $this->forgetWhoAsked();
        $this->withToken($token)->deleteJson('/api/tokens/1')->assertForbidden();
        $this->forgetWhoAsked();
        $this->withToken($token)->getJson('/api/tokens')->assertForbidden();
    }

    public function test_without_a_login_every_client_gets_a_401(): void
    {
        $this->post('/api/readings', [], ['Accept' => '*/*'])->assertUnauthorized();
    }

    public function test_no_one_revokes_the_tokens_of_others(): void
    {
        $other = new User();
        $other->forceFill(['email' => 'eve@example.com', 'password' => 'secret'])->save();
        $id = $this->user->createToken('probe 7', ['readings:write'])->accessToken->id;

        $this->actingAs($other)->deleteJson("/api/tokens/$id", [], ['Origin' => 'http://localhost:5173'])->assertNotFound();
        $this->deleteJson('/api/tokens/99999999999999999999')->assertNotFound();
        self::assertSame(1, PersonalAccessToken::count());
    }

    /** Logs in and keeps the session's cookie, as a browser does. */
    private function logIn(string $origin): void
    {
        $login = ['email' => 'ada@example.com', 'password' => 'secret'];
        $response = $this->postJson('/login', $login, ['Origin' => $origin])->assertNoContent();
        $cookie = $response->getCookie(config('session.cookie'), decrypt: false);
        self::assertTrue($cookie->isHttpOnly());

        $this->withCredentials()->withUnencryptedCookie($cookie->getName(), $cookie->getValue());
        $this->forgetWhoAsked();
    }

    /** A test is one process, so the guards and the session of one request are still there for the next. */
    private function forgetWhoAsked(): void
    {
        $this->app['auth']->forgetGuards();
        foreach (['session', 'session.store', StartSession::class] as $shared) {
            $this->app->forgetInstance($shared);
        }
    }

    /** @param array<string, mixed> $body */
    private function send(string $path, string $token, array $body = []): TestResponse
    {
        $this->forgetWhoAsked();

        return $this->withToken($token)->postJson($path, $body);
    }
}
