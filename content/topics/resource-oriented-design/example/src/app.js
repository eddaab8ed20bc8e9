import express from 'express';
import { Conflict } from './rentals.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const number = /^[1-9]\d{0,8}$/;

// #region views
const rentalUrl = (rental) => `/rentals/${rental.id}`;

const viewRental = (rental) => ({
  id: rental.id,
  bike: `/bikes/${rental.bike}`,
  startedAt: rental.started_at,
  status: rental.ended ? 'ended' : 'active',
  links: {
    self: rentalUrl(rental),
    // What can you do with it now?
    [rental.ended ? 'receipt' : 'return']: `${rentalUrl(rental)}/return`,
  },
});

const viewReturn = (returned) => ({
  station: `/stations/${returned.station}`,
  returnedAt: returned.returned_at,
  fee: { cents: returned.fee_cents, currency: 'EUR' },
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
    if (req.rider) next();
    else problem(res, 401, 'Log in first');
  });

  // #region collection
  app
    .route('/rentals')
    .get(async (req, res) => {
      const { status } = req.query;
      if (![undefined, 'active', 'ended'].includes(status)) {
        return problem(res, 400, 'status is active or ended');
      }
      const ended = status && status === 'ended';
      const list = await rentals.list(req.rider, { ended });
      res.json({ items: list.map(viewRental) });
    })
    .post(async (req, res) => {
      const [, bike] = /^\/bikes\/([1-9]\d{0,8})$/.exec(req.body?.bike) ?? [];
      const rental = bike && (await rentals.start(bike, req.rider));
      if (!rental) return problem(res, 422, 'There is no such bike');
      res.status(201).location(rentalUrl(rental)).json(viewRental(rental));
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
    .get(async (req, res) => {
      const returned = await rentals.findReturn(req.rental.id);
      if (!returned) return problem(res, 404, 'Not returned yet');
      res.json(viewReturn(returned));
    })
    .post(async (req, res) => {
      const [, station] =
        /^\/stations\/([1-9]\d{0,8})$/.exec(req.body?.station) ?? [];
      if (!station) return problem(res, 422, 'Say at which station');
      const returned = await rentals.giveBack(req.rental.id, station);
      res.status(201).location(req.originalUrl).json(viewReturn(returned));
    });
  // #endregion process

  // #region singleton
  app.get('/bikes/:bike/location', async (req, res) => {
    const { bike } = req.params;
    const location = number.test(bike) && (await rentals.locate(bike));
    if (!location) return problem(res, 404, 'There is no such bike');
    const { riding, station } = location;
    res.json(riding ? { riding } : { riding, station: `/stations/${station}` });
  });
  // #endregion singleton

  app.use((req, res) => problem(res, 404, 'There is nothing here'));

  app.use((error, req, res, next) => {
    if (res.headersSent) next(error);
    else if (error instanceof Conflict) {
      const isReturn = req.path.endsWith('/return');
      problem(res, 409, isReturn ? 'Returned already' : 'The bike is taken');
    } else if (error.status >= 400 && error.status < 500) {
      problem(res, error.status, error.message);
    } else {
      console.error(error);
      problem(res, 500, 'Our fault');
    }
  });
  return app;
}
