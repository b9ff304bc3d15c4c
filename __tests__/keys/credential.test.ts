import { inspect } from 'node:util';
import { Credential } from '../../src/keys/credential.ts';

const value = 'the-value-of-the-key';

describe('a credential', () => {
  const credential = new Credential('secondary', value);

  it('gives its value to who asks for it', () => {
    expect(credential.value).toBe(value);
  });

  it.each([
    ['inspected', inspect(credential, { showHidden: true, depth: null, getters: true })],
    ['serialized', JSON.stringify({ credential })],
    ['put into a text', `${credential}`],
    ['spread', JSON.stringify({ ...credential })],
    ['copied', inspect(structuredClone(credential))],
  ])('shows its slot but not its value when it is %s', (_, text) => {
    expect(text).not.toContain(value);
    expect(text).toContain('secondary');
  });
});
