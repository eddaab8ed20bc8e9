<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('users', function (Blueprint $table) {
            $table->id();
            $table->boolean('is_office')->default(false);
            $table->timestamps();
        });
        Schema::create('personal_access_tokens', function (Blueprint $table) {
            $table->id();
            $table->morphs('tokenable');
            $table->text('name');
            $table->string('token', 64)->unique();
            $table->text('abilities')->nullable();
            $table->timestamp('last_used_at')->nullable();
            $table->timestamp('expires_at')->nullable()->index();
            $table->timestamps();
        });
        Schema::create('concerts', function (Blueprint $table) {
            $table->id();
            $table->string('name');
            $table->timestamp('starts_at');
            $table->string('encore')->nullable();
            $table->unsignedInteger('fee_cents');
            $table->timestamps();
        });
        Schema::create('singers', function (Blueprint $table) {
            $table->id();
            $table->foreignId('concert_id')->constrained();
            $table->string('name');
            $table->string('voice');
            $table->timestamps();
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('singers');
        Schema::dropIfExists('concerts');
        Schema::dropIfExists('personal_access_tokens');
        Schema::dropIfExists('users');
    }
};
