<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\Auth;

class SessionController
{
    public function store(Request $request): Response
    {
        $credentials = $request->validate(['email' => 'required|string', 'password' => 'required|string']);
        abort_unless(Auth::guard('web')->attempt($credentials), 401);
        $request->session()->regenerate();

        return response()->noContent();
    }

    public function destroy(Request $request): Response
    {
        Auth::guard('web')->logout();
        $request->session()->invalidate();
        $request->session()->regenerateToken();

        return response()->noContent();
    }
}
