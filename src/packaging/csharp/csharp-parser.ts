import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Parser } from 'web-tree-sitter';

/** The kinds of top-level syntax that combining tells apart; everything else is a member. */
export type TopLevelKind = 'using' | 'extern-alias' | 'global-attributes' | 'file-scoped-namespace' | 'member';

/** A piece of top-level syntax: UTF-16 offsets of its first token and behind its last one. */
export interface TopLevel {
  readonly kind: TopLevelKind;
  readonly start: number;
  readonly end: number;
}

const kinds: Readonly<Record<string, TopLevelKind>> = {
  using_directive: 'using',
  extern_alias_directive: 'extern-alias',
  global_attribute: 'global-attributes',
  file_scoped_namespace_declaration: 'file-scoped-namespace',
};

let parser: Promise<Parser> | undefined;

/** Parses C# text without preprocessor directives; the grammar is loaded at the first call. */
export async function topLevelOf(text: string): Promise<TopLevel[]> {
  parser ??= loadParser();
  const tree = (await parser).parse(text);
  if (tree === null) {
    throw new Error('The C# parser gave no tree.');
  }
  try {
    return tree.rootNode.children
      .filter((node) => node !== null && node.type !== 'comment' && node.endIndex > node.startIndex)
      .map((node) => ({ kind: kinds[node.type] ?? 'member', start: node.startIndex, end: node.endIndex }));
  } finally {
    tree.delete();
  }
}

async function loadParser(): Promise<Parser> {
  // A bundle is an ES module, where the library looks for this in vain; it does not use the value.
  const scope: { __dirname?: string } = globalThis;
  scope.__dirname ??= dirname(fileURLToPath(import.meta.url));
  // V8 would recompile the large grammar in the background, which costs a short run more than it can ever give back.
  setFlagsFromString('--wasm-tiering-budget=1000000000');
  const { Parser, Language } = (await import('./web-tree-sitter.cjs')).default;
  await Parser.init({ wasmBinary: await wasm('web-tree-sitter.wasm', 'web-tree-sitter') });
  const loaded = new Parser();
  loaded.setLanguage(await Language.load(await wasm('tree-sitter-c_sharp.wasm', 'tree-sitter-c-sharp')));
  return loaded;
}

/** The file lies beside the bundle, or in its npm package when the source runs. */
async function wasm(name: string, packageName: string): Promise<Buffer> {
  const folder = dirname(fileURLToPath(import.meta.url));
  const beside = join(folder, name);
  const isBundled = await access(beside).then(
    () => true,
    () => false,
  );
  return readFile(isBundled ? beside : fileURLToPath(import.meta.resolve(`${packageName}/${name}`)));
}
