import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth.guard.js';
import { Sessions } from './sessions.js';

@Module({
  providers: [Sessions, { provide: APP_GUARD, useClass: AuthGuard }],
})
export class AuthModule {}
