import { requireName } from '../../src/key-service/name.ts';

describe('a name or label', () => {
  it.each([
    ['of any script', 'Équipe 東京 فريق'],
    ['with emoji of several parts', 'on air 👩🏽‍💻 ❤️‍🔥'],
    ['whose letters a joiner keeps apart', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
    ['without the blanks around it', '  pipelines  '],
  ])('may be one %s', (_what, text) => {
    expect(requireName('label', text)).toBe(text.trim());
  });

  it('is kept as it can be typed, so that it can be confirmed', () => {
    expect(requireName('label', 'a\u00a0b')).toBe('a b');
    expect(requireName('label', 'two  blanks')).toBe('two blanks');
    expect(requireName('label', 'Cafe\u0301')).toBe('Caf\u00e9');
  });

  it.each([
    ['nothing', '   '],
    ['too much', 'x'.repeat(101)],
    ['a control character', 'a\u0007b'],
    ['a line break of Unicode', 'a\u2028b'],
    ['a blank without width, which makes two that look alike', 'pipe\u200blines'],
    ['a joiner that joins nothing', 'GitHub\u200d'],
    ['a joiner of letters that are never joined', 'Git\u200dHub'],
    ['a variant of a letter that has none', 'Git\ufe0fHub'],
    ['a tag, which nobody sees', 'GitHub\u{e0041}'],
    ['a letter that is blank', '\u3164'],
    ['a pattern of Braille without dots', '\u2800'],
    ['joiners only', '\u200c\u200c'],
    ['an accent on nothing', '\u0301'],
    ['a change of direction, which turns the text behind it', 'a\u202eb'],
  ])('cannot be %s', (_what, text) => {
    expect(() => requireName('label', text)).toThrow(/empty, longer than 100 characters or holds invisible characters/);
  });
});
