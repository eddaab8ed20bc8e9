/** One row for each call of a tool: written before it runs, completed afterward. */
export function auditLog(db, log) {
  const begin = db.prepare(
    'INSERT INTO calls (user, client, tool, arguments) VALUES (?, ?, ?, ?)',
  );
  const end = db.prepare('UPDATE calls SET outcome = ? WHERE id = ?');
  const notRun = db.prepare(
    "UPDATE calls SET outcome = 'not run' WHERE id = ? AND outcome IS NULL",
  );
  // The call has run: an outcome that can't be written must not change its result.
  const complete = (statement, ...values) => {
    try {
      statement.run(...values);
    } catch (error) {
      log(error);
    }
  };
  return {
    end: (id, outcome) => complete(end, outcome, id),

    // #region audit
    middleware(request, response, next) {
      const { auth, body } = request;
      if (Array.isArray(body))
        return response
          .status(400)
          .send({ error: 'Send one message at a time.' });
      if (body?.method === 'tools/call') {
        const { name, arguments: args } = body.params ?? {};
        const { lastInsertRowid: id } = begin.run(
          auth.extra.user,
          auth.clientId,
          typeof name === 'string' ? name.slice(0, 100) : '?',
          (JSON.stringify(args) ?? '').slice(0, 2000),
        );
        auth.extra.callId = id;
        // Unless the tool has written more.
        response.on('finish', () => complete(notRun, id));
      }
      next();
    },
    // #endregion audit
  };
}
