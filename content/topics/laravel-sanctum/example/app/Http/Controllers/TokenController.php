<?php

namespace App\Http\Controllers;

use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Laravel\Sanctum\TransientToken;

class TokenController
{
    private const ABILITIES = ['readings:write', 'vents:open'];

    public function index(Request $request): JsonResponse
    {
        $this->refuseTokens($request);

        return response()->json(
            $request->user()->tokens()->get(['id', 'name', 'abilities', 'last_used_at', 'expires_at']),
        );
    }

    public function store(Request $request): JsonResponse
    {
        $this->refuseTokens($request);
        $input = $request->validate([
            'name' => 'required|string|max:100',
            'password' => 'bail|required|string|current_password:web',
            'abilities' => 'required|array|min:1',
            'abilities.*' => 'in:' . implode(',', self::ABILITIES),
        ]);
        $token = $request->user()->createToken($input['name'], $input['abilities'], now()->addMonths(6));

        return response()->json(['token' => $token->plainTextToken], 201);
    }

    public function destroy(Request $request, int $id): Response
    {
        $this->refuseTokens($request);
        abort_if($request->user()->tokens()->whereKey($id)->delete() === 0, 404);

        return response()->noContent();
    }

    /** Only a person with a session manages tokens, or a stolen one could make others. */
    private function refuseTokens(Request $request): void
    {
        abort_unless($request->user()->currentAccessToken() instanceof TransientToken, 403);
    }
}
