import { requireName } from '../../src/key-service/name.ts';

describe('a name or label', () => {
  it.each([
    ['of any script', 'Équipe 東京 فريق'],
    ['with emoji of several parts', 'on air 👩🏽‍💻'],
    ['without the blanks around it', '  pipelines  '],
  ])('may be one %s', (_what, text) => {
    expect(requireName('label', text)).toBe(text.trim());
  });

  it.each([
    ['nothing', '   '],
    ['too much', 'x'.repeat(101)],
    ['a control character', 'a\u0007b'],
    ['a line break of Unicode', 'a\u2028b'],
    ['a blank without width, which makes two that look alike', 'pipe\u200blines'],
    ['a change of direction, which turns the text behind it', 'a\u202eb'],
  ])('cannot be %s', (_what, text) => {
    expect(() => requireName('label', text)).toThrow(/empty, longer than 100 characters or holds invisible characters/);
  });
});
