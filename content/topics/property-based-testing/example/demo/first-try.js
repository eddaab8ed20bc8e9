import fc from 'fast-check';
import { merge } from '../first-try/periods.js';
import { Recent } from '../first-try/recent.js';
import * as tags from '../first-try/tags.js';
import { properties } from '../properties/periods.js';
import { behavesLikeTheModel } from '../properties/recent.js';
import { roundTrip } from '../properties/tags.js';

const show = (name, property) => {
  const {
    numRuns,
    numShrinks,
    seed,
    counterexamplePath,
    counterexample,
    failures,
  } = fc.check(property, { seed: 2026, numRuns: 1000, verbose: true });
  console.log(`${name}: run ${numRuns} failed, shrunk ${numShrinks} times`);
  console.log('  first: ', fc.stringify(failures?.[0]));
  console.log('  smallest:', fc.stringify(counterexample));
  console.log(`  again with { seed: ${seed}, path: '${counterexamplePath}' }`);
};
show('merge', properties(merge)['the same hours are busy']);
show('tags', roundTrip(tags));
show('cache', behavesLikeTheModel(Recent));
