import { scanDirectives } from '../../../src/packaging/csharp/directives.ts';

/** The directives of a text, one string per directive with the inactive code behind it. */
function directives(text: string): string[] {
  return scanDirectives(text).spans.map(({ start, end }) => text.slice(start, end));
}

describe('directives', () => {
  it.each([
    ['a verbatim string', 'var s = @"\n#if X\n";\n'],
    ['an interpolated verbatim string', 'var s = $@"\n#if X\n{"a"}\n#else\n";\n'],
    ['a raw string', 'var s = """"\n#if X """ \n"""";\n'],
    ['an interpolated raw string', 'var s = $$"""\n#if {X} {{ "}}" }}\n#if\n""";\n'],
    ['a comment', '/*\n#if X\n*/\n'],
    ['a line that begins with code', 'x(); #if X\n'],
  ])('are not seen in %s', (_, text) => {
    expect(directives(text)).toEqual([]);
  });

  it.each([
    ['a string that ends in an escape', 'var s = "\\\\";\n#region R\n#endregion\n'],
    ['a quote as a character', "var c = '\"';\n#region R\n#endregion\n"],
    ['a comment with a quote', "// don't\n#region R\n#endregion\n"],
    ['an interpolation with escapes', 'var s = $"\\"{{ {x} }}";\n#region R\n#endregion\n'],
    ['a verbatim string with quotes', 'var s = @"a""b";\n#region R\n#endregion\n'],
    ['a string that is not closed', 'var s = "\n#region R\n#endregion\n'],
    ['an empty string and a raw one', 'var s = "" + """a""b""";\n#region R\n#endregion\n'],
    ['an interpolation with a string', 'var s = $"{f("}")}";\n#region R\n#endregion\n'],
  ])('are seen behind %s', (_, text) => {
    expect(directives(text)).toEqual(['#region R\n', '#endregion\n']);
  });

  it('take inactive code along, whatever it is', () => {
    expect(directives('#if X\n"unclosed /*\n#if Y\n#endif\n#else\nactive\n#endif\n')).toEqual([
      '#if X\n"unclosed /*\n#if Y\n#endif\n#else\n',
      '#endif\n',
    ]);
  });

  it.each([
    ['X', false],
    ['!X', true],
    ['true', true],
    ['X || D', true],
    ['X && D', false],
    ['D && !X', true],
    ['(X || D) && D == true', true],
    ['X != D // comment', true],
  ])('evaluate #if %s with D defined as %s', (condition, holds) => {
    const { active } = scanDirectives(`#define D\n#if ${condition}\nclass C { }\n#endif\n`);
    expect(active.includes('class C { }')).toBe(holds);
  });

  it('take the first branch that holds', () => {
    const { active } = scanDirectives('#if X\na\n#elif true\nb\n#elif true\nc\n#else\nd\n#endif\n');
    expect(active.trim()).toBe('b');
  });

  it.each(['#if X\n', '#endif\n', '#else\n', '#region\n', '#endregion\n', '#if X\n#else\n#else\n#endif\n'])(
    'are not balanced in %j',
    (text) => {
      expect(scanDirectives(text).isBalanced).toBe(false);
    },
  );

  it('keep every offset when they are blanked', () => {
    const text = '#if X\r\nname "é😀\r\n#endif\r\nclass C { }\r\n';
    const { active } = scanDirectives(text);
    expect(active).toHaveLength(text.length);
    expect(active.indexOf('class')).toBe(text.indexOf('class'));
  });
});
