// #region shutdown
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

export const SHUTDOWN_LIMIT = Symbol('SHUTDOWN_LIMIT');

@Injectable()
export class ShutdownLimit implements BeforeApplicationShutdown {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(SHUTDOWN_LIMIT) private readonly milliseconds: number,
  ) {}

  beforeApplicationShutdown() {
    const server = this.host.httpAdapter.getHttpServer();
    const cut = () => server.closeAllConnections();
    setTimeout(cut, this.milliseconds).unref();
  }
}
// #endregion shutdown
