import { fileNameOf } from '../files/paths.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { encodeText, writeXml } from '../xml/write-xml.ts';
import { localName, textOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';

/**
 * The assembled script of a package project as the install script of the package: it looks for assemblies only beside itself,
 * so every parameter is cut to a file name (packaging spec 17.5). Without declaration, indented anew.
 */
export function installDocument(script: string): string {
  const { children } = parseXml(script, 'Install.xml');
  const nodes = children.filter((node) => node.kind !== 'declaration' && !isBlank(node));
  const root = nodes.find((node): node is XmlElement => node.kind === 'element') as XmlElement;
  const written = nodes.flatMap((node, index): XmlNode[] => [
    ...(index > 0 ? [lineBreak(0)] : []),
    node === root ? indented(root, 0) : node,
  ]);
  return writeXml({ children: written, root });
}

/** Elements that hold text keep it as it is; the children of others get a line each. */
function indented(element: XmlElement, depth: number): XmlElement {
  if (localName(element) === 'Param') {
    return { ...element, children: [{ kind: 'text', raw: encodeText(fileNameOf(textOf(element))) }] };
  }
  const children = element.children
    .filter((node) => !isBlank(node))
    .map((node) => (node.kind === 'element' ? indented(node, depth + 1) : node));
  const holdsText = children.some(({ kind }) => kind === 'text' || kind === 'cdata');
  if (holdsText || children.length === 0) {
    return { ...element, children };
  }
  return { ...element, children: [...children.flatMap((node) => [lineBreak(depth + 1), node]), lineBreak(depth)] };
}

function lineBreak(depth: number): XmlNode {
  return { kind: 'text', raw: `\n${'  '.repeat(depth)}` };
}

function isBlank(node: XmlNode): boolean {
  return node.kind === 'text' && node.raw.trim() === '';
}
