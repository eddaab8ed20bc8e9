import { STATUS_CODES } from 'node:http';

// #region problem
export class Problem extends Error {
  constructor(status, detail, errors) {
    super(detail);
    Object.assign(this, { status, detail, errors });
  }
}
// #endregion problem

// #region handler
export function handleErrors(err, req, res, next) {
  const problem = toProblem(err);
  if (problem.status === 500) {
    console.error(JSON.stringify({ request: req.id, error: err.stack }));
  }
  if (res.headersSent) return next(err);

  const { status, detail, errors } = problem;
  if (status === 401) res.set('WWW-Authenticate', 'Bearer');
  const body = { title: STATUS_CODES[status], status, detail, errors };
  res.status(status).type('application/problem+json');
  res.send(JSON.stringify(body));
}

function toProblem(err) {
  if (err instanceof Problem) return err;
  // Errors of Express itself: unreadable JSON, a body that's too large, …
  if (err.expose) return new Problem(err.status, err.message);
  if (err instanceof URIError) return new Problem(400, 'Malformed URL');
  return new Problem(500, 'Something went wrong on our side');
}
// #endregion handler
