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
    userOf(req, cookie) {
      const pairs = (req.headers.cookie ?? '').split('; ');
      const found = pairs.find((pair) => pair.startsWith(`${cookie}=`));
      return sessions.get(found?.slice(cookie.length + 1));
    },
  };
}
