import express from 'express';

// #region versions
/** What each version of the service makes of a showing. */
export const versions = {
  41: ({ title, at, seats }) => ({
    film: { title, year: 1952 },
    startsAt: at,
    seats,
  }),
  42: ({ title, at, seats }) => ({
    film: { title },
    start: { at, zone: 'Asia/Tokyo' },
    seats,
  }),
  43: (showing) => ({ ...versions[41](showing), ...versions[42](showing) }),
};
// #endregion versions

/** `showings` stands for the database: a Map from ID to { title, at, seats }. */
export function createApp(showings, present) {
  const app = express();
  app.get('/showings/:id', (req, res) => {
    const showing = showings.get(req.params.id);
    if (!showing) return res.status(404).json({ title: 'No such showing' });
    res.json(present(showing));
  });
  return app;
}
