import { credentialsFrom } from '../../src/keys/given-keys.ts';

const primary = 'primary-key-0123456789';
const secondary = 'secondary-key-0123456789';

describe('the keys that a caller gives', () => {
  it('become credentials in the order in which they are tried', () => {
    const { credentials, problems } = credentialsFrom({ secondary, primary });

    expect(problems).toEqual([]);
    expect(credentials.map(({ slot, value }) => [slot, value])).toEqual([
      ['primary', primary],
      ['secondary', secondary],
    ]);
  });

  it('lose the whitespace around them, such as the line break of a pasted secret', () => {
    const { credentials } = credentialsFrom({ primary: `  ${primary}\r\n` });

    expect(credentials.map(({ value }) => value)).toEqual([primary]);
  });

  it.each([[undefined], [''], [' \n']])('may lack a secondary key (given: %j)', (missing) => {
    const { credentials, problems } = credentialsFrom({ primary, secondary: missing });

    expect(problems).toEqual([]);
    expect(credentials.map(({ slot }) => slot)).toEqual(['primary']);
  });

  it('may be the secondary key alone', () => {
    expect(credentialsFrom({ primary: '', secondary }).credentials.map(({ slot }) => slot)).toEqual(['secondary']);
  });

  it('are missing when both are empty', () => {
    const { credentials, problems } = credentialsFrom({ primary: ' ', secondary: '' });

    expect(credentials).toEqual([]);
    expect(problems).toEqual([{ slot: 'primary', message: expect.stringContaining('is missing') }]);
  });

  it.each([
    ['an inner control character', 'abcdefgh\u0007ijklmnop'],
    ['an inner line break', 'abcdefghij\nklmnopqrst'],
    ['an inner blank', 'abcdefghij klmnopqrst'],
    ['a character outside ASCII', 'abcdefghijklmnopqrst\u00e9'],
    ['too few characters', 'abcdefghijklmno'],
    ['too many characters', 'abcdefgh'.repeat(65)],
  ])('are refused with %s, in words that hold no part of them', (_, text) => {
    const { credentials, problems } = credentialsFrom({ primary, secondary: text });

    expect(credentials).toEqual([]);
    expect(problems.map(({ slot }) => slot)).toEqual(['secondary']);
    expect(JSON.stringify(problems)).not.toMatch(/abcdefgh|klmnop/);
  });

  it('are refused when they are equal, also when only whitespace differs', () => {
    const { credentials, problems } = credentialsFrom({ primary, secondary: `${primary}\n` });

    expect(credentials).toEqual([]);
    expect(problems).toEqual([{ slot: 'secondary', message: expect.stringContaining('equals the primary key') }]);
    expect(JSON.stringify(problems)).not.toContain(primary);
  });

  it('have their problems reported together', () => {
    expect(credentialsFrom({ primary: 'short', secondary: 'two words' }).problems.map(({ slot }) => slot)).toEqual([
      'primary',
      'secondary',
    ]);
  });
});
