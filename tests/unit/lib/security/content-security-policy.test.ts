import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { headerPolicy, metaPolicy } from '#lib/security/content-security-policy.ts';
import { themeScript } from '#lib/security/theme-script.ts';

const directives = new Map(metaPolicy.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1)]));

describe('the content security policy', () => {
  it('allows nothing that is not named', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
  });

  it.each(["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", 'http:', 'https:', '*', 'blob:'])(
    'has no %s',
    (word) => {
      expect(headerPolicy.split(/[ ;]+/)).not.toContain(word);
    },
  );

  it('allows scripts of the site, WebAssembly, and the theme script by its hash', () => {
    const hash = createHash('sha256').update(themeScript, 'utf8').digest('base64');
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", `'sha256-${hash}'`]);
  });

  it('allows style sheets of the site only', () => {
    expect(directives.get('style-src')).toEqual(["'self'"]);
  });

  it('lets pages talk to the site only', () => {
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(directives.get('form-action')).toEqual(["'self'"]);
  });

  it('fixes the base of addresses', () => {
    expect(directives.get('base-uri')).toEqual(["'none'"]);
  });

  it('demands trusted types and lets one policy make them, once', () => {
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('trusted-types')).toEqual(['wayline-offline']);
  });

  it('forbids framing in the header, where alone it works', () => {
    expect(headerPolicy).toBe(`${metaPolicy}; frame-ancestors 'none'`);
    expect(directives.has('frame-ancestors')).toBe(false);
  });

  it('fits on one line', () => {
    expect(headerPolicy).not.toMatch(/[\r\n]/);
  });
});
