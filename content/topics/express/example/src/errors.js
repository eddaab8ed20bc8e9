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

function statusFor(err) {
  if (err instanceof HttpError) return err.status;
  if (err.expose && err.status < 500) return err.status; // from express.json()
  // From the router: a broken % in the path.
  if (err instanceof URIError && err.status === 400) return 400;
  return 500;
}

// Express recognizes an error handler by its four parameters.
export function handleError(err, req, res, next) {
  if (res.headersSent) return next(err);
  const status = statusFor(err);
  if (status >= 500) console.error(err);
  res
    .status(status)
    .json({ error: status < 500 ? err.message : 'internal error' });
}
// #endregion errors
