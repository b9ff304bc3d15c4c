import type { XmlElement, XmlNode, XmlText } from '../xml/xml-node.ts';

/** Depth of the children of `Script`: DMSScript is 1, Script 2. */
const scriptDepth = 2;

/** Indents a rewritten block and the space around it with tabs (packaging spec 9.4); texts that carry a value stay. */
export function layOutExe(script: XmlElement, exe: XmlElement): void {
  layOutChildren(exe, scriptDepth + 1);
  const index = script.children.indexOf(exe);
  const gapBefore = { from: textStart(script.children, index), to: index };
  // The gap behind comes first, so that the index stays right.
  const gapAfter = { from: index + 1, to: textEnd(script.children, index + 1) };
  relay(script.children, gapAfter, scriptDepth);
  relay(script.children, gapBefore, scriptDepth);
}

function layOutChildren(element: XmlElement, depth: number): void {
  const { children } = element;
  if (children.every((node) => node.kind === 'text')) {
    return;
  }
  const laidOut: XmlNode[] = [];
  for (let index = 0; index <= children.length; ) {
    const end = textEnd(children, index);
    laidOut.push(relaid(children.slice(index, end), depth, end === children.length));
    const node = children[end];
    if (node !== undefined) {
      if (node.kind === 'element') {
        layOutChildren(node, depth + 1);
      }
      laidOut.push(node);
    }
    index = end + 1;
  }
  children.splice(0, children.length, ...laidOut);
}

function relay(nodes: XmlNode[], { from, to }: { from: number; to: number }, depth: number): void {
  nodes.splice(from, to - from, relaid(nodes.slice(from, to), depth, to === nodes.length));
}

/** The text between two nodes, indented; `isLast` when the end tag of the container follows. */
function relaid(texts: readonly XmlNode[], depth: number, isLast: boolean): XmlText {
  const raw = texts.map((node) => (node.kind === 'text' ? node.raw : '')).join('');
  const lines = raw.split(/\r\n?|\n/).map((line) => line.trimStart());
  if (lines[0] !== '') {
    lines.unshift('');
  }
  if (lines.length === 1 || lines.at(-1) !== '') {
    lines.push('');
  }
  const indented = lines.map((line, index) => {
    const tabs = index === 0 ? 0 : index === lines.length - 1 && isLast ? depth - 1 : depth;
    return '\t'.repeat(tabs) + line;
  });
  return { kind: 'text', raw: indented.join('\n') };
}

function textStart(nodes: readonly XmlNode[], index: number): number {
  let start = index;
  while (nodes[start - 1]?.kind === 'text') {
    start -= 1;
  }
  return start;
}

function textEnd(nodes: readonly XmlNode[], index: number): number {
  let end = index;
  while (nodes[end]?.kind === 'text') {
    end += 1;
  }
  return end;
}
