// #region errors
export class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function notFound(req, res) {
  res.status(404).json({ error: `no route for ${req.method} ${req.path}` });
}

function clientError(err) {
  if (err instanceof HttpError) return err.status;
  if (err.expose && err.status < 500) return err.status; // from express.json()
  if (err instanceof URIError) return 400; // a broken % in the path
  return null;
}

// Express recognizes an error handler by its four parameters.
export function handleError(err, req, res, next) {
  const status = clientError(err);
  if (status === null) console.error(err);
  if (res.headersSent) return next(err);
  res
    .status(status ?? 500)
    .json({ error: status ? err.message : 'internal error' });
}
// #endregion errors
