import fc from 'fast-check';
import { maskedForms, redactorFor } from '../../src/keys/redaction.ts';

const secret = `k3y"with&odd<signs>'and+more/\\==`;
const redact = redactorFor([secret]);

const forms: [string, string][] = [
  ['as it is', secret],
  ['in lower case', secret.toLowerCase()],
  ['escaped for a URL', encodeURIComponent(secret)],
  ['escaped for a URL, in lower case', encodeURIComponent(secret).toLowerCase()],
  ['escaped for a form', new URLSearchParams({ k: secret }).toString().slice(2)],
  ['escaped for JSON', JSON.stringify(secret).slice(1, -1)],
  [
    'escaped for JSON as .NET does',
    secret.replace(/[^0-9a-z]/gi, (c) => `\\u00${c.charCodeAt(0).toString(16).toUpperCase()}`),
  ],
  [
    'escaped for HTML',
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  ],
  ['escaped for HTML by number', secret.replace(/[^0-9a-z]/gi, (c) => `&#${c.charCodeAt(0)};`)],
  [
    'escaped for HTML by hexadecimal number',
    secret.replace(/[^0-9a-z]/gi, (c) => `&#x${c.charCodeAt(0).toString(16)};`),
  ],
];

describe('redaction', () => {
  it.each(forms)('hides a secret %s', (_, form) => {
    expect(redact(`before ${form} after`)).toBe('before *** after');
  });

  it.each([0, 1, 2, 3])('hides a secret inside base64 after %i other bytes', (before) => {
    const encoded = Buffer.from(`${'x'.repeat(before)}${secret}yyyy`);

    for (const encoding of ['base64', 'base64url'] as const) {
      const shown = redact(`Basic ${encoded.toString(encoding)}`);
      expect(shown).toContain('***');
      expect(shown.length).toBeLessThan(25);
    }
  });

  it('hides every occurrence in a text of many lines and keeps the lines', () => {
    expect(redact(`${secret}\r\n  ${secret}${secret}\nrest`)).toBe('***\r\n  ******\nrest');
  });

  it('hides each of several secrets', () => {
    expect(redactorFor(['first-secret', 'second-secret'])('first-secret, second-secret')).toBe('***, ***');
  });

  it('hides the whole of a secret that begins with another one', () => {
    expect(redactorFor(['secret-one', 'secret-one-and-more'])('<secret-one-and-more>')).toBe('<***>');
  });

  it('hides a secret that is given with whitespace around it, or in several lines', () => {
    expect(redactorFor([' first-secret\n'])('<first-secret>')).toBe('<***>');
    expect(redactorFor(['line-number-one\nline-number-two'])('line-number-two')).toBe('***');
  });

  it.each([[[]], [['']], [['\n']], [['short']]])(
    'leaves texts alone when there is nothing worth hiding: %j',
    (secrets) => {
      expect(redactorFor(secrets)('a short text')).toBe('a short text');
    },
  );

  it('leaves no trace of any key in any surroundings', () => {
    const key = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 16,
      maxLength: 40,
    });
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (value, before, after) => {
        for (const form of [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) {
          expect(redactorFor([value])(before + form + after)).not.toContain(form);
        }
      }),
    );
  });
});

describe('the forms that a runner is told to mask', () => {
  it('are each hidden by the redactor too', () => {
    for (const form of maskedForms(secret)) expect(redact(`<${form}>`)).toBe('<***>');
  });

  it('hold the plain, the URL, the JSON, the HTML and the base64 form', () => {
    expect(maskedForms(secret)).toEqual(
      expect.arrayContaining([
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        secret
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;')
          .replaceAll("'", '&#39;'),
      ]),
    );
    expect(maskedForms(secret).some((form) => Buffer.from(secret).toString('base64').startsWith(form))).toBe(true);
  });

  it('are each named once, and are single lines', () => {
    const plain = maskedForms('plainsecret\nanothersecret\n');

    expect(new Set(plain).size).toBe(plain.length);
    expect(plain).toContain('plainsecret');
    expect(plain).toContain('anothersecret');
    expect(plain.join('')).not.toMatch(/\s/);
  });

  it.each(['', ' ', 'abc', '1234567'])('are none for %j, whose mask would blot out ordinary words', (text) => {
    expect(maskedForms(text)).toEqual([]);
  });
});
