import { fileNameOf } from '../files/paths.ts';
import { encodeText } from '../xml/write-xml.ts';
import { childElements, textOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';
import { layOutExe } from './exe-layout.ts';
import { type CSharpExe, paramsOf } from './script-document.ts';

/** What a block gets: its code, and the texts of its new parameters. */
export interface ExeContent {
  readonly code: string;
  /** References that NuGet packages bring; they come first. */
  readonly packageRefs: readonly string[];
  readonly refs: readonly string[];
  readonly scriptRefs: readonly string[];
}

/** Puts code and parameters into a block, in place (packaging spec 9.2, 9.4, 10.1, 11). */
export function rewriteExe(
  { element, parent, value }: CSharpExe,
  { code, packageRefs, refs, scriptRefs }: ExeContent,
): void {
  setCode(value as XmlElement, code);
  for (const param of paramsOf(element, 'ref')) {
    removeWithSpaceBefore(element.children, param);
  }
  appendParams(element, 'ref', withReferences(packageRefs, refs));
  const known = new Set(paramsOf(element, 'scriptRef').map(textOf));
  appendParams(
    element,
    'scriptRef',
    [...new Set(scriptRefs)].filter((text) => !known.has(text)),
  );
  layOutExe(parent, element);
}

function setCode(value: XmlElement, text: string): void {
  const index = value.children.findIndex(({ kind }) => kind === 'cdata');
  if (index === -1) {
    value.children.splice(0, value.children.length, { kind: 'cdata', text });
  } else {
    value.children[index] = { kind: 'cdata', text };
  }
}

function removeWithSpaceBefore(children: XmlNode[], node: XmlNode): void {
  const index = children.indexOf(node);
  const before = children[index - 1];
  if (before?.kind === 'text') {
    children.splice(index - 1, 2, { kind: 'text', raw: before.raw.trimEnd() });
  } else {
    children.splice(index, 1);
  }
}

/** Of references to the same file the last one wins, at the place of the first (packaging spec 10.2). */
function withReferences(packageRefs: readonly string[], refs: readonly string[]): string[] {
  const all = [...packageRefs];
  for (const ref of refs) {
    const index = all.findIndex((other) => fileNameOf(other).toLowerCase() === fileNameOf(ref).toLowerCase());
    all.splice(index === -1 ? all.length : index, 1, ref);
  }
  return all;
}

/** New parameters come behind everything that is there already, so that `preCompile` and `libraryName` stay in front. */
function appendParams(exe: XmlElement, type: string, texts: readonly string[]): void {
  const last = exe.children.at(-1);
  const end = last?.kind === 'text' && last.raw.trim() === '' ? exe.children.length - 1 : exe.children.length;
  const name = childElements(exe, 'Value')[0]?.name.replace(/[^:]+$/, 'Param') ?? 'Param';
  const params = texts.map(
    (text): XmlElement => ({
      kind: 'element',
      name,
      attributes: [{ name: 'type', raw: type }],
      children: [{ kind: 'text', raw: encodeText(text) }],
    }),
  );
  exe.children.splice(end, 0, ...params);
}
