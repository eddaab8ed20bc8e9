import { Injectable } from '@nestjs/common';

export interface User {
  name: string;
  roles: string[];
}

/** Demonstration only: a real one looks up a session or verifies a token. */
@Injectable()
export class Sessions {
  private readonly users = new Map<string, User>([
    ['token-of-ida', { name: 'ida', roles: [] }],
    ['token-of-tom', { name: 'tom', roles: ['trainer'] }],
  ]);

  async find(token: string): Promise<User | undefined> {
    return this.users.get(token);
  }
}
