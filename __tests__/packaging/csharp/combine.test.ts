import fc from 'fast-check';
import { type CombinedCode, combine } from '../../../src/packaging/csharp/combine.ts';
import { scanDirectives } from '../../../src/packaging/csharp/directives.ts';
import { parseSource } from '../../../src/packaging/csharp/source-file.ts';

/** Combines texts as the files F1.cs, F2.cs and so on. */
async function combined(...texts: string[]): Promise<CombinedCode> {
  return combine(await Promise.all(texts.map((text, index) => parseSource(`F${index + 1}.cs`, text))), 'P');
}

const ruler = '//---------------------------------';

function header(name: string): string {
  return `${ruler}\n// ${name}\n${ruler}\n`;
}

describe('a single file', () => {
  it('stays as it is, without a header', async () => {
    const text = '// top\r\nusing System;\r\n\r\n[assembly: X]\r\nnamespace A;\r\nclass C { }\r\n// tail\r\n\r\n';
    expect(await combined(text)).toEqual({ text, warnings: [] });
  });
});

describe('several files', () => {
  it('share their usings, once each, and follow under a header each', async () => {
    const { text } = await combined(
      'using A;\nusing B;\n\nclass One { }\n',
      'using B;\nusing C;\n\nnamespace N { class Two { } }\n',
    );
    expect(text).toBe(
      `using A;\nusing B;\nusing C;\n\n${header('F1.cs')}\nclass One { }\n\n${header('F2.cs')}\nnamespace N { class Two { } }\n`,
    );
  });

  it('begin with an empty line when there are no usings', async () => {
    const { text } = await combined('class One { }', 'class Two { }');
    expect(text).toBe(`\n${header('F1.cs')}class One { }\n${header('F2.cs')}class Two { }`);
  });

  it('keep a header for a file without members', async () => {
    expect((await combined('class One { }\n', '// nothing\n')).text).toBe(
      `\n${header('F1.cs')}class One { }\n\n${header('F2.cs')}`,
    );
  });

  it('let a licence comment travel to the top with the using under it', async () => {
    const { text } = await combined('/* licence */\n\nusing A;\nclass One { }\n', 'class Two { }\n');
    expect(text).toMatch(/^\/\* licence \*\/\n\nusing A;\n\n/);
  });

  it('lose the comment before a dropped duplicate', async () => {
    expect((await combined('using A;\nclass One { }\n', '// why\nusing A;\nclass Two { }\n')).text).not.toContain(
      'why',
    );
  });

  it('keep what stands behind a using on its line', async () => {
    const { text } = await combined('using A; // kept\nusing X; class One { }\n', 'class Two { }\n');
    expect(text).toBe(
      `using A; // kept\nusing X; \n${header('F1.cs')}class One { }\n\n${header('F2.cs')}class Two { }\n`,
    );
  });

  it('leave usings inside namespaces where they are', async () => {
    const { text } = await combined('namespace N { using A; class C { } }\n', 'using A;\nclass D { }\n');
    expect(text).toBe(
      `using A;\n\n${header('F1.cs')}namespace N { using A; class C { } }\n\n${header('F2.cs')}class D { }\n`,
    );
  });

  it('do not take a using statement or a string for a directive', async () => {
    const member = 'class C { void M() { using (var x = Y()) { } using var z = "using B;"; } }\n';
    const { text } = await combined(member, 'class D { }\n');
    expect(text.startsWith(`\n${ruler}`)).toBe(true);
    expect(text).toContain(member);
  });

  it('drop attributes of the assembly and the module', async () => {
    const { text } = await combined('[assembly: A("x")]\n[module: B]\nclass C { }\n', 'class D { }\n');
    expect(text).not.toMatch(/assembly|module/);
  });

  it('drop an extern alias and warn', async () => {
    const { text, warnings } = await combined('extern alias Z;\nclass C { }\n', 'class D { }\n');
    expect(text).not.toContain('extern');
    expect(warnings).toEqual([expect.stringContaining('F1.cs')]);
  });

  it('lose the comments behind the last token', async () => {
    expect((await combined('class C { }\n// the end\n', 'class D { }\n')).text).not.toContain('the end');
  });

  it('keep a tail that closes a region or a condition', async () => {
    const { text } = await combined('#region R\nclass C { }\n#endregion\n', '#if !X\nclass D { }\n#endif\n');
    expect(text).toContain('class C { }\n#endregion\n');
    expect(text).toContain('class D { }\n#endif\n');
    expect(scanDirectives(text).isBalanced).toBe(true);
  });

  it('keep directives that belong to a duplicate using', async () => {
    const { text } = await combined('using A;\nclass C { }\n', '#region Usings\nusing A;\n#endregion\nclass D { }\n');
    expect(scanDirectives(text).isBalanced).toBe(true);
    expect(text.match(/using A;/g)).toHaveLength(1);
  });

  it('keep inactive code as text', async () => {
    const inactive = '#if NEVER\nusing Hidden;\nthis is not C# "at all\n#endif\n';
    const { text } = await combined(`using A;\n${inactive}class C { }\n`, 'using B;\nclass D { }\n');
    expect(text).toContain(`${header('F1.cs')}${inactive}class C { }\n`);
    expect(text).toMatch(/^using A;\nusing B;\n/);
  });

  it('see the usings of an active branch', async () => {
    const { text } = await combined(
      '#if NEVER\nusing A;\n#else\nusing B;\n#endif\nclass C { }\n',
      'using B;\nclass D { }\n',
    );
    expect(text.match(/using B;/g)).toHaveLength(1);
    expect(scanDirectives(text).isBalanced).toBe(true);
  });

  it('warn when conditions around usings overlap once combined', async () => {
    const file = (name: string): string => `#if N\n#else\nusing ${name};\n#endif\nclass ${name} { }\n`;
    const overlapping = (name: string): string => `#if !N\nusing ${name};\n#else\n#endif\nclass ${name} { }\n`;
    const { warnings } = await combined(overlapping('A'), file('B'));
    expect(warnings).toEqual([expect.stringContaining('#if')]);
  });

  it('tell static, plain and aliased usings apart', async () => {
    const { text } = await combined(
      'using A.B;\nusing static A.B;\nclass C { }\n',
      'using B = A.B;\nusing A . B;\nclass D { }\n',
    );
    expect(text).toMatch(/^using A\.B;\nusing static A\.B;\nusing B = A\.B;\nusing A \. B;\n/);
  });

  it('put global usings first', async () => {
    const { text } = await combined('using A;\nclass C { }\n', 'global using B;\nclass D { }\n');
    expect(text).toMatch(/^global using B;\nusing A;\n/);
  });

  it('take an alias of a tuple', async () => {
    const { text } = await combined('using P = (int, int);\nclass C { }\n', 'using P = (int, int);\nclass D { }\n');
    expect(text.match(/using P/g)).toHaveLength(1);
  });

  it('may not define an alias differently', async () => {
    await expect(combined('using P = A;\nclass C { }\n', 'using P = B;\nclass D { }\n')).rejects.toMatchObject({
      code: 'code-not-combinable',
      message: expect.stringMatching(/F1\.cs and F2\.cs.*alias P/),
    });
  });

  it('may not have a file-scoped namespace', async () => {
    await expect(combined('namespace N;\nclass C { }\n', 'class D { }\n')).rejects.toMatchObject({
      code: 'code-not-combinable',
      message: expect.stringContaining('F1.cs'),
    });
  });

  it('may have a file-scoped namespace when no other file has members', async () => {
    const { text } = await combined('namespace N;\nclass C { }\n', '[assembly: X]\n');
    expect(text).toContain('namespace N;\nclass C { }\n');
  });

  it('do not let a comment without a line end swallow the next using', async () => {
    const { text } = await combined('using A; // last line', 'using B;\nclass D { }\n');
    expect(text).toMatch(/^using A; \/\/ last line\nusing B;\n/);
  });

  it('keep mixed line ends', async () => {
    const { text } = await combined('using A;\r\n\r\nclass C\r\n{\r\n}\r\n', 'class D { }\n');
    expect(text).toContain('\r\nclass C\r\n{\r\n}\r\n');
  });
});

describe('whatever the files hold', () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{0,5}$/);
  /** Any text that may stand in XML, on one line; what ends a comment or looks like a header is left out. */
  const line = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]|\*\/|\/\*|-{3}/gu, ''));
  const lineEnd = fc.constantFrom('\n', '\r\n');
  const comment = fc.oneof(
    fc.constant(''),
    fc.tuple(line, lineEnd).map(([text, end]) => `// ${text}${end}`),
    fc
      .tuple(line, line, lineEnd)
      .map(([first, second, end]) => `/* ${first}${end}using Fake;${end}#if ${second}${end} */${end}`),
    fc.constant('/// <summary>doc</summary>\n'),
  );
  const using = fc.tuple(comment, name, fc.constantFrom('', 'static ', 'Alias = '));
  const literal = fc.oneof(
    line.map((text) => JSON.stringify(text).replaceAll('\u0085', '')),
    fc.tuple(line, line).map(([one, two]) => `@"${`${one}\n#if Z\n${two}`.replaceAll('"', '""')}"`),
    line.map((text) => `$@"{1}\n#endregion ${text.replace(/["{}]/g, '$&$&')}"`),
    line.map((text) => `"""""\n#region ${text.replaceAll('"', '')}\n"""""`),
    fc.constantFrom('"using X;"', '$"{"nested"} #endif"', "'\\''", '"é€😀"'),
  );
  const wrapped = (code: string, kind: string, id: string): string => {
    switch (kind) {
      case 'region':
        return `#region ${id}'s\n${code}#endregion\n`;
      case 'if':
        return `#if ${id}\nclass {{ not even C#\n#else\n${code}#endif\n`;
      case 'pragma':
        return `#pragma warning disable ${id}\n${code}#pragma warning restore ${id}\n`;
      case 'namespace':
        return `namespace N${id}.Deep\n{\n    using System.Inner;\n${code}}\n`;
      default:
        return code;
    }
  };
  const member = fc
    .record({
      before: comment,
      id: name,
      value: literal,
      kinds: fc.array(fc.constantFrom('region', 'if', 'pragma', 'namespace', 'plain'), { maxLength: 4 }),
    })
    .map(({ before, id, value, kinds }) =>
      kinds.reduce((code, kind) => wrapped(code, kind, id), `${before}class ${id} { object o = ${value}; }\n`),
    );
  const file = fc.record({
    usings: fc.array(using, { maxLength: 4 }),
    members: fc.array(member, { minLength: 1, maxLength: 3 }),
  });

  it('members survive byte for byte, and every using once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), async (files) => {
        let aliases = 0;
        const expected = new Set<string>();
        const texts = files.map(({ usings, members }) => {
          const lines = usings.map(([before, id, kind]) => {
            // each alias gets a name of its own: two meanings of one are an error
            const directive = `using ${kind.replace('Alias', () => `Alias${aliases++}`)}${id};`;
            expected.add(directive);
            return `${before}${directive}\n`;
          });
          return `${lines.join('')}${members.join('')}`;
        });
        const { text } = await combined(...texts);
        for (const { members } of files) {
          expect(text).toContain(members.join('').trimEnd());
        }
        const top = text.slice(0, text.indexOf(ruler)).replace(/\/\*[\s\S]*?\*\//g, '');
        expect(top.match(/^using .*;/gm) ?? []).toEqual([...expected]);
        expect(scanDirectives(text).isBalanced).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
