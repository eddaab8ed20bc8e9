import cors from 'cors';

// #region settings
const frontEnds = ['http://localhost:3000'];

export const fixed = cors({
  origin: frontEnds,
  credentials: true,
  methods: ['GET', 'POST', 'PUT'],
  maxAge: 600,
});
// #endregion settings

// #region reflect
export const reflecting = cors({ origin: true, credentials: true });
// #endregion reflect

export const wildcard = cors({ origin: '*', credentials: true });

export const off = (req, res, next) => next();
