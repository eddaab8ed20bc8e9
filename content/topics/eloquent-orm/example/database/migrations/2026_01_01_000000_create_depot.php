<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('rooms', function (Blueprint $table) {
            $table->id();
            $table->string('name');
            $table->timestamps();
        });
        Schema::create('works', function (Blueprint $table) {
            $table->id();
            $table->foreignId('room_id')->constrained();
            $table->unsignedInteger('lender_id')->nullable();
            $table->string('title');
            $table->string('artist')->default('unknown');
            $table->string('condition')->default('good');
            $table->unsignedInteger('insured')->default(0);
            $table->boolean('scanned')->default(false);
            $table->timestamp('acquired_at')->nullable();
            $table->timestamps();
        });
        Schema::create('exhibitions', function (Blueprint $table) {
            $table->id();
            $table->string('title');
            $table->timestamps();
        });
        Schema::create('exhibition_work', function (Blueprint $table) {
            $table->foreignId('exhibition_id')->constrained()->cascadeOnDelete();
            $table->foreignId('work_id')->constrained()->cascadeOnDelete();
            $table->string('wall');
            $table->timestamps();
            $table->primary(['exhibition_id', 'work_id']);
        });
    }

    public function down(): void
    {
        Schema::dropIfExists('exhibition_work');
        Schema::dropIfExists('exhibitions');
        Schema::dropIfExists('works');
        Schema::dropIfExists('rooms');
    }
};
