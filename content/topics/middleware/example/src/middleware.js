// #region log
/** Writes one line per request, when its response has been sent. */
export const logRequests = (write) => (req, res, next) => {
  const start = performance.now();
  res.on('finish', () => {
    const ms = Math.round(performance.now() - start);
    write({
      method: req.method,
      url: req.originalUrl,
      status: res.statusCode,
      ms,
    });
  });
  next();
};
// #endregion log

// #region key
/** Lets a request pass if it has a key, and says whose it is. */
export const requireKey = (customers) => (req, res, next) => {
  const customer = customers.get(req.get('X-Api-Key'));
  if (!customer) return res.status(401).json({ error: 'unknown key' });
  req.customer = customer;
  next();
};
// #endregion key

// #region errors
/** Turns every error into a response. Express knows it by its four parameters. */
export const respondToErrors = (error, req, res, next) => {
  if (res.headersSent) return next(error); // too late: close the connection
  const status = error.status ?? 500;
  const text = status < 500 ? error.message : 'internal error';
  res.status(status).json({ error: text });
};
// #endregion errors
