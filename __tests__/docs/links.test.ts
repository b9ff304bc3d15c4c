import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const documents = [...globSync('*.md'), ...globSync('docs/**/*.md'), 'benchmarks/README.md'];

interface Link {
  readonly document: string;
  readonly target: string;
}

/** What a document says outside of code, in which brackets are no links. */
function proseOf(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(path: string): readonly string[] {
  const headings = [...proseOf(path).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isThere({ document, target }: Link): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  return existsSync(file) && (anchor === undefined || anchorsOf(file).includes(anchor));
}

describe('the documents', () => {
  const links = documents.flatMap((document) =>
    [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => ({ document, target }))
      .filter(({ target }) => !/^[a-z]+:/.test(target)),
  );

  it('link to files and headings that exist', () => {
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  it('are each reached from another one', () => {
    const reached = new Set(links.map(({ document, target }) => join(dirname(document), target.split('#')[0] ?? '')));
    expect(documents.filter((document) => document !== 'README.md' && !reached.has(document))).toEqual([]);
  });
});
