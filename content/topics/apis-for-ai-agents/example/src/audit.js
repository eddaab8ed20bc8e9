/** One row for each call of a tool: written before it runs, completed afterward. */
export function auditLog(db) {
  const begin = db.prepare(
    'INSERT INTO calls (user, client, tool, arguments) VALUES (?, ?, ?, ?)',
  );
  const end = db.prepare('UPDATE calls SET outcome = ? WHERE id = ?');
  const notRun = db.prepare(
    "UPDATE calls SET outcome = 'not run' WHERE id = ? AND outcome IS NULL",
  );
  return {
    end: (id, outcome) => end.run(outcome, id),

    // #region audit
    middleware(request, response, next) {
      const { auth, body } = request;
      if (Array.isArray(body))
        return response
          .status(400)
          .send({ error: 'Send one message at a time.' });
      if (body?.method === 'tools/call') {
        const { lastInsertRowid: id } = begin.run(
          auth.extra.user,
          auth.clientId,
          String(body.params?.name),
          (JSON.stringify(body.params?.arguments) ?? '').slice(0, 2000),
        );
        auth.extra.callId = id;
        response.on('finish', () => notRun.run(id)); // unless a tool has written more
      }
      next();
    },
    // #endregion audit
  };
}
