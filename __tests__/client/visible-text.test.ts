import { visibleDetail, visibleText, withCleanTexts } from '../../src/client/visible-text.ts';

describe('text from elsewhere', () => {
  it('becomes one line without control, direction and invisible characters', () => {
    expect(visibleText('a\r\nb\tc\u0000d\u001b[31me\u202ef\u200bg\u2028h')).toBe('a b c d [31me f g h');
  });

  it.each([
    ['::set-output name=x::y', '::set-output'],
    ['text\n::error::boo', '::error'],
    [':\u200b:add-mask::x', '::add-mask'],
    ['a ##[group]x', '##['],
    ['::\nstop-commands::x', '::stop'],
  ])('cannot give a command to the runner: %j', (text, command) => {
    expect(visibleText(text)).not.toContain(command);
    expect(visibleText(text)).not.toMatch(/::\s*[a-z]/i);
  });

  it('keeps addresses readable', () => {
    expect(visibleText('connect [::1]:443')).toBe('connect [::1]:443');
  });

  it('is cut where a message would become a page', () => {
    expect(visibleDetail('x'.repeat(1000))).toBe(`${'x'.repeat(299)}…`);
    expect(visibleDetail('x'.repeat(300))).toHaveLength(300);
  });

  it('is cleaned anywhere in a JSON value, names included', () => {
    const clean = (text: string) => text.toUpperCase();

    expect(withCleanTexts({ a: ['b', 1, null, { c: 'd' }], e: true }, clean)).toEqual({
      A: ['B', 1, null, { C: 'D' }],
      E: true,
    });
  });

  it('is left out where a value is deeper than any answer', () => {
    const bomb: unknown = JSON.parse(`${'['.repeat(200_000)}"x"${']'.repeat(200_000)}`);

    expect(JSON.stringify(withCleanTexts({ a: 'b', bomb }, (text) => text))).toMatch(/^\{"a":"b","bomb":\[+null\]+\}$/);
  });
});
