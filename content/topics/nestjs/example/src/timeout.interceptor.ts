// #region timeout
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  ServiceUnavailableException,
} from '@nestjs/common';
import { throwError, timeout } from 'rxjs';

export const HANDLER_TIMEOUT = Symbol('HANDLER_TIMEOUT');

@Injectable()
export class TimeoutInterceptor implements NestInterceptor {
  constructor(@Inject(HANDLER_TIMEOUT) private readonly milliseconds: number) {}

  intercept(_: ExecutionContext, next: CallHandler) {
    const late = () =>
      throwError(() => new ServiceUnavailableException('Try again later'));
    return next
      .handle()
      .pipe(timeout({ first: this.milliseconds, with: late }));
  }
}
// #endregion timeout
