// #region app
import { Module, ValidationPipe } from '@nestjs/common';
import { APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AuthModule } from './auth/auth.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { SHUTDOWN_LIMIT, ShutdownLimit } from './shutdown-limit.js';
import { HANDLER_TIMEOUT, TimeoutInterceptor } from './timeout.interceptor.js';

@Module({
  imports: [AuthModule, CoursesModule],
  providers: [
    {
      provide: APP_PIPE,
      useFactory: () =>
        new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }),
    },
    { provide: HANDLER_TIMEOUT, useValue: 5_000 },
    { provide: APP_INTERCEPTOR, useClass: TimeoutInterceptor },
    { provide: SHUTDOWN_LIMIT, useValue: 10_000 },
    ShutdownLimit,
  ],
})
export class AppModule {}
// #endregion app
