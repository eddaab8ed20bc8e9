<?php

namespace App\Http\Requests;

use Illuminate\Foundation\Http\FormRequest;

class StoreOrder extends FormRequest
{
    public function authorize(): bool
    {
        return true; // the route has asked the policy
    }

    /** @return array<string, list<string>> */
    public function rules(): array
    {
        return [
            'meal' => ['required', 'string', 'in:soup,curry'],
            'portions' => ['required', 'integer:strict', 'between:1,4'],
        ];
    }
}
