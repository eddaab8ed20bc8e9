import { mapLimit } from './map-limit.js';

// #region temperature
export async function temperature(url, station, { signal } = {}) {
  const response = await fetch(`${url}/stations/${station}`, { signal });
  const body = await response.text(); // the request ends with its body
  if (!response.ok) throw new Error(`station ${station}: ${response.status}`);
  return JSON.parse(body).celsius;
}
// #endregion temperature

// #region sequence
export async function inSequence(url, stations) {
  const values = [];
  for (const station of stations) {
    values.push(await temperature(url, station));
  }
  return values;
}
// #endregion sequence

// #region at-once
export function atOnce(url, stations) {
  return Promise.all(stations.map((station) => temperature(url, station)));
}
// #endregion at-once

// #region limited
export function fiveAtATime(url, stations) {
  return mapLimit(stations, 5, (station) => {
    const signal = AbortSignal.timeout(2_000);
    return temperature(url, station, { signal });
  });
}
// #endregion limited
