import { randomUUID } from 'node:crypto';
import express from 'express';
import { createVersions } from './versions.js';

const statuses = ['created', 'in_transit', 'delivered'];

export function createApp({
  changes,
  oldest,
  accounts,
  parcels,
  log = (entry) => console.log(JSON.stringify(entry)),
}) {
  const versions = createVersions(changes, oldest);
  const app = express();
  app.disable('x-powered-by');

  // #region resolve
  app.use((req, res, next) => {
    res.vary('Authorization').vary('Carrier-Version');
    const account = accounts.get(req.get('Authorization'));
    if (!account) return problem(res, 401, 'The API key is not valid');

    const pin = account.version ?? versions.latest;
    const version = req.get('Carrier-Version') ?? pin;
    if (!versions.known.includes(version)) {
      const supported = versions.known;
      return problem(res, 400, 'There is no such version', { supported });
    }
    account.version = pin; // the first valid call pins the account
    log({ account: account.id, version, path: req.path });
    res.set('Carrier-Version', version);
    res.locals.show = (type, value) => versions.show(type, value, version);
    res.locals.read = (type, value) => versions.read(type, value, version);
    next();
  });
  // #endregion resolve

  // #region reading
  app.get('/parcels/:id', (req, res) => {
    const parcel = parcels.get(req.params.id);
    if (!parcel) return problem(res, 404, 'There is no such parcel');
    res.json(res.locals.show('parcel', parcel));
  });

  app.get('/shipments/:id', (req, res) => {
    const { show } = res.locals;
    const { id } = req.params;
    const own = [...parcels.values()].filter((one) => one.shipment === id);
    res.json({ id, parcels: own.map((parcel) => show('parcel', parcel)) });
  });
  // #endregion reading

  // #region requests
  app.get('/parcels', (req, res) => {
    const { show, read } = res.locals;
    const { status } = read('filter', { status: req.query.status });
    if (status !== undefined && !statuses.includes(status)) {
      return problem(res, 400, 'There is no such status');
    }
    const found = [...parcels.values()].filter(
      (parcel) => status === undefined || parcel.status === status,
    );
    res.json({ items: found.map((parcel) => show('parcel', parcel)) });
  });

  app.post('/parcels', express.json({ limit: '10kb' }), (req, res) => {
    const { show, read } = res.locals;
    const { address } = read('parcel', { address: req.body?.address });
    if (!isAddress(address)) {
      return problem(res, 400, 'The address is not valid');
    }
    const parcel = { id: randomUUID(), status: 'created', address };
    parcels.set(parcel.id, parcel);
    res.status(201).location(`/parcels/${parcel.id}`);
    res.json(show('parcel', parcel));
  });
  // #endregion requests

  app.use((req, res) => problem(res, 404, 'There is no such path'));
  app.use((err, req, res, next) => {
    if (res.headersSent) return next(err);
    const isForClient = err.expose || err instanceof URIError; // bad path
    const status = (isForClient && err.status) || 500;
    if (status < 500) return problem(res, status, 'The request is not valid');
    console.error(err);
    problem(res, 500, 'Something went wrong');
  });
  return app;
}

function problem(res, status, title, more = {}) {
  res.status(status).type('application/problem+json');
  res.json({ title, status, ...more });
}

/** An address has three parts, or the text that an old client sent. */
function isAddress(address) {
  if (address === null) return true;
  if (typeof address !== 'object') return false;
  const names = Object.keys(address).sort().join();
  return (
    ['unparsed', 'city,postalCode,street'].includes(names) &&
    Object.values(address).every(isText)
  );
}

const isText = (value) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;
