import express from 'express';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const number = /^[1-9]\d{0,8}$/;

/** 7 for /bikes/7; null for anything else. */
function idIn(url, collection) {
  const start = `/${collection}/`;
  if (typeof url !== 'string' || !url.startsWith(start)) return null;
  const id = url.slice(start.length);
  return number.test(id) ? id : null;
}

// #region views
const rentalUrl = (rental) => `/rentals/${rental.id}`;

function viewRental(rental) {
  const self = rentalUrl(rental);
  const returnUrl = `${self}/return`;
  return {
    bike: `/bikes/${rental.bike}`,
    startedAt: rental.started_at,
    // What can you do with it now?
    ...(rental.returned_at
      ? { status: 'ended', links: { self, receipt: returnUrl } }
      : { status: 'active', links: { self }, actions: { return: returnUrl } }),
  };
}

const viewReturn = (rental) => ({
  station: `/stations/${rental.station}`,
  returnedAt: rental.returned_at,
  fee: { cents: rental.fee_cents, currency: 'EUR' },
});
// #endregion views

function problem(res, status, title) {
  res.status(status).type('application/problem+json');
  res.send(JSON.stringify({ title, status }));
}

/** `riderOf` says who sends a request; undefined if no one is logged in. */
export function createApp(rentals, riderOf) {
  const app = express();
  app.use(express.json({ limit: '10kb' }));
  app.use((req, res, next) => {
    req.rider = riderOf(req);
    res.set('Cache-Control', 'private, no-cache'); // it depends on the rider
    if (req.rider) next();
    else problem(res, 401, 'Log in first');
  });

  app.get('/rentals', async (req, res) => {
    const { status } = req.query;
    if (![undefined, 'active', 'ended'].includes(status)) {
      return problem(res, 400, 'status is active or ended');
    }
    const ended = status && status === 'ended';
    const list = await rentals.list(req.rider, { ended });
    res.json({ items: list.map(viewRental) });
  });

  // #region collection
  app.post('/rentals', async (req, res) => {
    const bike = await rentals.findBike(idIn(req.body?.bike, 'bikes'));
    if (!bike) return problem(res, 422, 'There is no such bike');

    const rental = await rentals.start(bike.id, req.rider);
    if (rental) {
      res.status(201).location(rentalUrl(rental));
      return res.json(viewRental(rental));
    }
    // Did the same request come again?
    const yours = await rentals.findActive(bike.id, req.rider);
    if (yours) res.json(viewRental(yours));
    else problem(res, 409, 'The bike is taken');
  });
  // #endregion collection

  // #region member
  app.param('rental', async (req, res, next, id) => {
    req.rental = uuid.test(id) && (await rentals.find(id, req.rider));
    if (req.rental) next();
    else problem(res, 404, 'You have no such rental');
  });

  app.get('/rentals/:rental', (req, res) => {
    res.json(viewRental(req.rental));
  });
  // #endregion member

  // #region process
  app
    .route('/rentals/:rental/return')
    .get((req, res) => {
      if (req.rental.returned_at) res.json(viewReturn(req.rental));
      else problem(res, 404, 'Not returned yet');
    })
    .post(async (req, res) => {
      const station = await rentals.findStation(
        idIn(req.body?.station, 'stations'),
      );
      if (!station) return problem(res, 422, 'There is no such station');

      const { id } = req.rental;
      const ended = await rentals.giveBack(id, station.id);
      if (ended) {
        res.status(201).location(`${rentalUrl(ended)}/return`);
        return res.json(viewReturn(ended));
      }
      const earlier = await rentals.find(id, req.rider);
      if (earlier.station === station.id) res.json(viewReturn(earlier));
      else problem(res, 409, 'Returned at another station');
    });
  // #endregion process

  app.param('bike', async (req, res, next, id) => {
    req.bike = number.test(id) && (await rentals.findBike(id));
    if (req.bike) next();
    else problem(res, 404, 'There is no such bike');
  });

  app.get('/bikes/:bike', (req, res) => {
    const self = `/bikes/${req.bike.id}`;
    res.json({ links: { self, location: `${self}/location` } });
  });

  // #region singleton
  app.get('/bikes/:bike/location', async (req, res) => {
    const { station } = await rentals.locate(req.bike.id);
    if (station) res.json({ riding: false, station: `/stations/${station}` });
    else res.json({ riding: true });
  });
  // #endregion singleton

  app.get('/stations/:station', async (req, res) => {
    const { station: id } = req.params;
    const station = number.test(id) && (await rentals.findStation(id));
    if (!station) return problem(res, 404, 'There is no such station');
    res.json({ name: station.name, links: { self: `/stations/${id}` } });
  });

  const allowed = {
    '/rentals': 'GET, HEAD, POST',
    '/rentals/:rental': 'GET, HEAD',
    '/rentals/:rental/return': 'GET, HEAD, POST',
    '/bikes/:bike': 'GET, HEAD',
    '/bikes/:bike/location': 'GET, HEAD',
    '/stations/:station': 'GET, HEAD',
  };
  for (const [path, methods] of Object.entries(allowed)) {
    app.all(path, (req, res) => {
      res.set('Allow', methods);
      problem(res, 405, `Use one of: ${methods}`);
    });
  }

  app.use((req, res) => problem(res, 404, 'There is nothing here'));

  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    const isForClient = error.expose || error instanceof URIError; // bad path
    const status = (isForClient && error.status) || 500;
    if (status < 500) return problem(res, status, error.message);
    console.error(error);
    problem(res, 500, 'Our fault');
  });
  return app;
}
