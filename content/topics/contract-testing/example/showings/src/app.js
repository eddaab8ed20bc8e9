import express from 'express';

// #region version-41
export const version41 = ({ title, at, seats }) => ({
  film: { title, year: 1952 },
  startsAt: at,
  seats,
});
// #endregion version-41

// #region version-42
export const version42 = ({ title, at, seats }) => ({
  film: { title },
  start: { at, zone: 'Asia/Tokyo' },
  seats,
});
// #endregion version-42

/** `showings` stands for the database: a Map from ID to { title, at, seats }. */
export function createApp(showings, present = version41) {
  const app = express();
  app.get('/showings/:id', (req, res) => {
    const showing = showings.get(req.params.id);
    if (!showing) return res.status(404).json({ title: 'No such showing' });
    res.json(present(showing));
  });
  return app;
}
