import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IS_PUBLIC, ROLES } from './decorators.js';
import { Sessions } from './sessions.js';
import { within } from './within.js';

export const SESSION_TIMEOUT = Symbol('SESSION_TIMEOUT');

// #region guard
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(SESSION_TIMEOUT) private readonly limit: number,
  ) {}

  async canActivate(context: ExecutionContext) {
    const targets = [context.getHandler(), context.getClass()];
    const roles = this.reflector.getAllAndOverride<string[]>(ROLES, targets);
    const isPublic = this.reflector.getAllAndOverride(IS_PUBLIC, targets);
    if (isPublic && !roles) return true;

    const request = context.switchToHttp().getRequest();
    const header = request.headers.authorization ?? '';
    const token = /^Bearer (.+)$/i.exec(header)?.[1];
    if (!token) throw new UnauthorizedException();
    const user = await within(this.limit, this.sessions.find(token));
    if (!user) throw new UnauthorizedException();
    request.user = user;

    if (roles && !roles.some((role) => user.roles.includes(role))) {
      throw new ForbiddenException();
    }
    return true;
  }
}
// #endregion guard
