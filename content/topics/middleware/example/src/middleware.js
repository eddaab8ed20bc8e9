// #region log
/** Writes one line per request, when its response has been sent. */
export const logRequests = (write) =>
  function logRequest(req, res, next) {
    const { method, path } = req; // no query: it may contain secrets
    const start = performance.now();
    res.on('finish', () => {
      const ms = Math.round(performance.now() - start);
      write({ method, path, status: res.statusCode, ms });
    });
    next();
  };
// #endregion log

// #region key
/** Lets a request pass if it has a key, and says whose it is. */
export const requireKey = (customers) =>
  function checkKey(req, res, next) {
    const customer = customers.get(req.get('X-Api-Key'));
    if (!customer) return res.status(401).json({ error: 'unknown key' });
    req.customer = customer;
    next();
  };
// #endregion key

// #region errors
/** Turns every error into a response. Express knows it by its four parameters. */
export const respondToErrors = (write) => (error, req, res, next) => {
  const isForClient = error.expose || error instanceof URIError; // bad path
  const status = (isForClient && error.status) || 500;
  if (status >= 500) write({ path: req.path, error: error.stack });
  if (res.headersSent) return next(error); // too late: close the connection
  const message = status < 500 ? error.message : 'internal error';
  res.status(status).json({ error: message });
};
// #endregion errors
