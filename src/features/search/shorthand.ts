import { stem } from '#lib/text/stem.ts';

/** Shorthand and what it stands for on any page. Other names of a single page belong in the aliases of its file. */
const longForms = new Map(
  Object.entries({
    authn: 'authentication',
    authz: 'authorization',
    cfg: 'configuration',
    config: 'configuration',
    db: 'database',
    dbms: 'database',
    dbs: 'database',
    env: 'environment',
    golang: 'go',
    gql: 'graphql',
    indices: 'index',
    infra: 'infrastructure',
    js: 'javascript',
    k8s: 'kubernetes',
    kube: 'kubernetes',
    mongo: 'mongodb',
    node: 'nodejs',
    o11y: 'observability',
    otel: 'opentelemetry',
    perf: 'performance',
    pg: 'postgresql',
    postgres: 'postgresql',
    psql: 'postgresql',
    py: 'python',
    repo: 'repository',
    ts: 'typescript',
  }),
);

/** The term that the indexes know a word by: the stem of what it stands for. */
export function termOf(word: string): string {
  return stem(longForms.get(word) ?? word);
}
