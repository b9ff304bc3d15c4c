import { parseXml as parseStrictly } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { parseXml } from '../../../src/packaging/xml/parse-xml.ts';
import { encodeText, writeXml } from '../../../src/packaging/xml/write-xml.ts';

function rewritten(source: string): string {
  return writeXml(parseXml(source, 'x.xml'));
}

describe('a document that is written again', () => {
  it.each([
    [
      'keeps its declaration, with one blank at its end',
      '<?xml version="1.0" encoding="utf-8"?><a />',
      '<?xml version="1.0" encoding="utf-8" ?><a />',
    ],
    ['gets no declaration that it did not have', '<a />', '<a />'],
    [
      'says UTF-8, which it is',
      "<?xml version='1.0' encoding='utf-16'?><a />",
      '<?xml version="1.0" encoding="utf-8" ?><a />',
    ],
    ['has empty elements closed at once', '<a><b></b><c/></a>', '<a><b /><c /></a>'],
    ['keeps white space, which is content', '<a>\r\n\t<b>\n</b>\r\n</a>\r\n', '<a>\r\n\t<b>\n</b>\r\n</a>\r\n'],
    ['has attributes in double quotes and in order', `<a z = '"'\n b="1"/>`, '<a z="&quot;" b="1" />'],
    [
      'has special characters escaped as the official packager does',
      `<a>"'&gt;é😀›</a>`,
      '<a>&quot;&#39;&gt;&#233;&#128512;›</a>',
    ],
    ['has references in one style', '<a b="&#x41;&apos;">&#66;&amp;&#x1F600;</a>', '<a b="A&#39;">B&amp;&#128512;</a>'],
    ['keeps references to white space', '<a b="&#10;&#x9;">&#13;</a>', '<a b="&#10;&#9;">&#13;</a>'],
    [
      'keeps comments and instructions',
      '<!-- a --><?pi x?><a><!-- "b" --></a><!-- c -->',
      '<!-- a --><?pi x?><a><!-- "b" --></a><!-- c -->',
    ],
    ['keeps CDATA', '<a><![CDATA[<"&é>]]></a>', '<a><![CDATA[<"&é>]]></a>'],
    [
      'keeps CDATA that was split around its end mark',
      '<a><![CDATA[x]]]]><![CDATA[>y]]></a>',
      '<a><![CDATA[x]]]]><![CDATA[>y]]></a>',
    ],
  ])('%s', (_, source, expected) => {
    expect(rewritten(source)).toBe(expected);
  });

  const legal = fc
    .string({ unit: 'binary' })
    .map((text) => text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''));
  const text = legal.map((value) => encodeText(value).replaceAll('\r', '&#13;'));
  const attributes = text.map((attribute) => ` a="${attribute}" b='${attribute}'`);
  const { nodes } = fc.letrec<{ nodes: string; node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      legal.map((value) => `<![CDATA[${value.replaceAll(']]>', '').replaceAll('\r', '')}]]>`),
      legal.map((value) => `<!--${value.replaceAll('-', '').replaceAll('\r', '')}-->`),
      legal.map((value) => `<?pi ${value.replaceAll('?>', '').replaceAll('\r', '').trimStart()}?>`),
      fc.tuple(attributes, tie('nodes')).map(([given, content]) => `<e${given}>${content}</e>`),
    ),
    nodes: fc.array(tie('node'), { maxLength: 5 }).map((list) => list.join('')),
  }));
  const source = nodes.map((content) => `<r>${content}</r>`);

  it('means the same to any reader', () => {
    fc.assert(
      fc.property(source, (document) => {
        const options = { preserveComments: true, preserveXmlDeclaration: true };
        expect(parseStrictly(rewritten(document), options).toJSON()).toEqual(parseStrictly(document, options).toJSON());
      }),
      { numRuns: 300 },
    );
  });

  it('does not change when it is written once more', () => {
    fc.assert(
      fc.property(source, (document) => {
        const once = rewritten(document);
        expect(rewritten(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('holds any code in a CDATA section exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(']', ']]>', '>', '<![CDATA[', 'x', '&amp;', '\n')), (pieces) => {
        const code = pieces.join('');
        const root = { kind: 'element', name: 'r', attributes: [], children: [{ kind: 'cdata', text: code }] } as const;
        const written = writeXml({
          children: [{ ...root, children: [...root.children] }],
          root: { ...root, children: [...root.children] },
        });
        expect(parseStrictly(written).text).toBe(code);
      }),
    );
  });
});

describe('a document that is refused', () => {
  it.each([
    ['an unclosed element', '<a>\n  <b>\n</a>', 'x.xml:3:1'],
    ['two roots', '<a/>\n<b/>', 'x.xml:2:1'],
    ['an unknown entity', '<a>\n&nbsp;</a>', /^x\.xml:2:/],
    ['an attribute given twice', '<a b="1" b="2"/>', /^x\.xml:1:/],
    ['a control character', '<a>\u0001</a>', /^x\.xml:1:/],
    ['nothing', '', /^x\.xml:1:1/],
  ])('has %s', (_, document, where) => {
    expect(() => parseXml(document, 'x.xml')).toThrow(
      expect.objectContaining({
        code: 'malformed-xml',
        where: typeof where === 'string' ? where : expect.stringMatching(where),
      }),
    );
  });
});
