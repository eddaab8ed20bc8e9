import { assign } from '../src/berths.js';

// #region stack
try {
  const petrel = { name: 'Petrel', length: 90 };
  await assign('B2', petrel, 'http://127.0.0.1:47000'); // nothing listens there
} catch (error) {
  console.log(error);
}
// #endregion stack
