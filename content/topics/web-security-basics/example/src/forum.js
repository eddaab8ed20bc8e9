import { randomUUID } from 'node:crypto';

// What the forum stores. A real one has a database.
export function createForum() {
  const sessions = new Map();
  return {
    admins: ['ada'],
    comments: [],
    logIn(user) {
      const id = randomUUID();
      sessions.set(id, user);
      return id;
    },
    userOf(req) {
      const id = /(?:^|; )sid=([^;]+)/.exec(req.headers.cookie ?? '')?.[1];
      return sessions.get(id);
    },
  };
}
