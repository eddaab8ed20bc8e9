/** Loaded before a sample: its databases in memory start from a copy of an empty one, which is the same and quicker. */
import { readFileSync } from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';

const path = process.env['EMPTY_DATABASE'];
if (path === undefined) throw new Error('EMPTY_DATABASE must name the files of an empty database.');
const loadDataDir = new Blob([readFileSync(path)]);
const create: (options: PGliteOptions) => Promise<PGlite> = PGlite.create.bind(PGlite);
Object.assign(PGlite, { create: (options: PGliteOptions = {}) => create({ loadDataDir, ...options }) });
