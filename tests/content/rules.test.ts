import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '#content/anchor.ts';
import { kinds } from '#content/corpus.ts';
import { formatIssues } from '#content/issue.ts';
import { checkContent, rules } from '#content/lint/index.ts';
import { expectedOf, fixtureNames, issuesOf, issuesOfBase, type Place, toPlace } from './fixture.ts';

/** Codes of what is found while files are read, before any rule. */
const shapeCodes = ['S001', 'S002', 'S003', 'S004', 'S005'];
const codes = [...shapeCodes, ...rules.map(({ code }) => code)];
const names = fixtureNames();

function sortPlaces(places: readonly Place[]): Place[] {
  const key = ({ path, line, code, field }: Place) => [path, String(line).padStart(5, '0'), code, field].join(' ');
  return places.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('the content check', () => {
  it('finds nothing in a clean corpus', () => {
    expect(formatIssues(issuesOfBase())).toBe('');
  });

  it.each(names)('finds exactly what is wrong in %s', (name) => {
    expect(sortPlaces(issuesOf(name).map(toPlace))).toEqual(sortPlaces(expectedOf(name)));
  });

  it.each(names)('says in %s what is wrong and what to do, in one line each', (name) => {
    for (const { path, message, fix } of issuesOf(name)) {
      expect(path).toMatch(/^content\/\S+$/);
      expect(message).toMatch(/^\S.*[.?]$/);
      expect(fix).toMatch(/^\S.*[.?]$/);
    }
  });

  it('knows every rule by a code of its own', () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(codes)('has a fixture that breaks %s', (code) => {
    const reported = names.filter((name) => name.startsWith(code)).flatMap(expectedOf);
    expect(reported.map((place) => place.code)).toContain(code);
  });
});

describe('docs/content-rules.md', () => {
  const text = readFileSync('docs/content-rules.md', 'utf8');
  const headings = text.match(/^## .+$/gm) ?? [];
  const examples = [...text.matchAll(/^\*\*Looks like:\*\*\n\n```\n(.+)\n```$/gm)].map(([, example = '']) => example);

  it('explains every code in order, under the anchor that reports name', () => {
    expect(headings.map((heading) => anchorOf(heading.slice(3)))).toEqual(codes.map((code) => code.toLowerCase()));
  });

  it('shows for every code a line of a report', () => {
    expect(examples.map((example) => example.slice(0, 4))).toEqual(codes);
  });

  it.each(examples)('quotes a real report: %s', (example) => {
    const reports = names
      .filter((name) => example.startsWith(name.slice(0, 4)))
      .map((name) => formatIssues(issuesOf(name)));
    expect(reports.join('\n')).toContain(`  ${example}\n`);
  });
});

describe('content/', () => {
  const { corpus, issues } = checkContent(process.cwd());

  it.each(kinds)('has pages of the kind %s', (kind) => {
    expect(corpus[kind].length).toBeGreaterThan(0);
  });

  it.each(['areas', 'sources', 'resources', 'locked'] as const)('has %s', (list) => {
    expect(corpus[list].length).toBeGreaterThan(0);
  });

  it('has no issue', () => {
    expect(formatIssues(issues)).toBe('');
  });

  it('gives every line a color that the style sheets know', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const unknown = corpus.roadmap.filter(
      ({ data }) => !tokens.includes(`[data-line="${data.color}"] {\n  --line: light-dark(`),
    );
    expect(unknown.map(({ path, data }) => `${path}: ${data.color}`)).toEqual([]);
  });
});
