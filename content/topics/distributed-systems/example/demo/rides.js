import { run } from './run.js';

for (const useIds of [false, true]) {
  const { counted, kills, taken } = await run({
    rides: 1_000,
    gates: 20,
    useIds,
  });
  console.log(
    `${useIds ? 'with an ID:   ' : 'without an ID:'} ${counted} rides through the gates, ` +
      `${taken} taken from the pass, service killed ${kills} times`,
  );
}
