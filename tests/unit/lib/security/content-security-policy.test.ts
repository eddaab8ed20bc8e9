import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { headerPolicy, metaPolicy } from '#lib/security/content-security-policy.ts';
import { themeScript } from '#lib/security/theme-script.ts';

const directives = Object.fromEntries(
  metaPolicy.split('; ').map((text) => [text.split(' ')[0], text.split(' ').slice(1).join(' ')]),
);

describe('the content security policy', () => {
  it('allows what the site itself sends, WebAssembly, the theme script by its hash, and one maker of trusted types', () => {
    const hash = createHash('sha256').update(themeScript, 'utf8').digest('base64');
    expect(directives).toMatchObject({
      'default-src': "'none'",
      'script-src': `'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
      'style-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'wayline-offline',
    });
  });

  it.each(["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", 'http:', 'https:', '*', 'blob:'])(
    'has no %s',
    (word) => {
      expect(headerPolicy.split(/[ ;]+/)).not.toContain(word);
    },
  );

  it('forbids framing in the header, where alone it works, on one line', () => {
    expect(headerPolicy).toBe(`${metaPolicy}; frame-ancestors 'none'`);
    expect(directives).not.toHaveProperty('frame-ancestors');
    expect(headerPolicy).not.toMatch(/[\r\n]/);
  });
});
