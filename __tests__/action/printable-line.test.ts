import { printableLine } from '../../src/action/printable-line.ts';

describe('a line of the log', () => {
  it.each([
    '::error::x',
    '  ::set-output name=a::b',
    '##[error]x',
    'text ##[group]x',
    'a\n::warning::b',
    'a\r::add-mask::b',
  ])('made of %j is no workflow command', (text) => {
    const line = printableLine(text);
    expect(line).not.toMatch(/^\s*::/m);
    expect(line).not.toContain('##[');
    expect(line).not.toMatch(/[\r\n]/);
  });

  it('of ordinary text stays as it is', () => {
    expect(printableLine('  Namespace::Type, # 3 [x]')).toBe('  Namespace::Type, # 3 [x]');
  });
});
