import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard, SESSION_TIMEOUT } from './auth.guard.js';
import { Sessions } from './sessions.js';

@Module({
  providers: [
    Sessions,
    { provide: SESSION_TIMEOUT, useValue: 3_000 },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
})
export class AuthModule {}
