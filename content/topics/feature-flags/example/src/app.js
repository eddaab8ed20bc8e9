import express from 'express';
import { forRequest } from './flags.js';

const oldTimetable = (group) => `<table><caption>${group}</caption></table>`;
const newTimetable = (group) => `<ol aria-label="${group}"></ol>`;
// #region choose
const timetables = new Map([
  ['old', oldTimetable],
  ['new', newTimetable],
]);

export function createApp({ whoIs, log }) {
  const app = express();
  app.get('/timetable/:group', async (req, res) => {
    if (!/^\w{1,10}$/.test(req.params.group)) return res.sendStatus(404);
    const flags = forRequest(whoIs(req)); // { targetingKey, role, city }
    const render =
      timetables.get(await flags.value('timetable')) ?? oldTimetable;
    const suggestions =
      (await flags.value('suggestions')) === 'on'
        ? '<aside>Chess club?</aside>'
        : '';
    res.send(render(req.params.group) + suggestions);
    log({ level: 'info', path: req.path, flags: await flags.record() });
  });
  return app;
}
// #endregion choose
