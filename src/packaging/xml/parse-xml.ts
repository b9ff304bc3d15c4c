import * as rgrove from '@rgrove/parse-xml';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { positionIn } from './source-position.ts';
import type { XmlAttribute, XmlCdata, XmlDocument, XmlElement, XmlNode } from './xml-node.ts';

/** Far deeper than any real script or project, far from the end of the stack. */
const maxDepth = 200;

/**
 * Parses a document by the rules of XML 1.0, keeping all that is needed to write it back (packaging spec 9.1).
 * @param file how messages name the document
 * @throws PackagingError `malformed-xml`, with line and column; also for a DOCTYPE and for very deep nesting
 */
export function parseXml(source: string, file: string): XmlDocument {
  const parsed = parsedBy(source, file);
  const children: XmlNode[] = [];
  let root: XmlElement | undefined;
  let end = 0;
  for (const node of parsed.children) {
    pushText(children, source.slice(end, node.start));
    const converted = convert(node, source, file, 1);
    children.push(converted);
    if (converted.kind === 'element') {
      root = converted;
    }
    end = node.end;
  }
  pushText(children, source.slice(end));
  return { children, root: root as XmlElement };
}

function parsedBy(source: string, file: string): rgrove.XmlDocument {
  try {
    return rgrove.parseXml(source, {
      includeOffsets: true,
      preserveCdata: true,
      preserveComments: true,
      preserveDocumentType: true,
      preserveXmlDeclaration: true,
    });
  } catch (error) {
    if (error instanceof RangeError) {
      throw tooDeep(file);
    }
    if (error instanceof rgrove.XmlError) {
      const what = error.message.split(/ \(line|\n/)[0] ?? '';
      throw new PackagingError('malformed-xml', `The XML is not well-formed: ${what}.`, {
        where: `${file}:${error.line}:${error.column}`,
        next: 'Correct the file; any XML editor shows the mistake.',
        cause: error,
      });
    }
    throw error;
  }
}

function convert(node: rgrove.XmlNode, source: string, file: string, depth: number): XmlNode {
  if (depth > maxDepth) {
    throw tooDeep(file);
  }
  const raw = source.slice(node.start, node.end);
  if (node instanceof rgrove.XmlElement) {
    return {
      kind: 'element',
      name: node.name,
      attributes: attributesIn(raw, node.name.length + 1),
      children: convertAll(node.children, source, file, depth + 1),
      offset: node.start,
    };
  }
  if (node instanceof rgrove.XmlCdata) {
    return { kind: 'cdata', text: raw.slice('<![CDATA['.length, -']]>'.length), offset: node.start };
  }
  if (node instanceof rgrove.XmlText) {
    return { kind: 'text', raw };
  }
  if (node instanceof rgrove.XmlComment) {
    return { kind: 'comment', raw };
  }
  if (node instanceof rgrove.XmlDeclaration) {
    return { kind: 'declaration', attributes: attributesIn(raw, '<?xml'.length) };
  }
  if (node instanceof rgrove.XmlDocumentType) {
    throw new PackagingError('malformed-xml', 'The file has a DOCTYPE, which is not accepted.', {
      where: positionIn(file, source, node.start),
      next: 'Remove the DOCTYPE; scripts, projects and solutions need none.',
    });
  }
  return { kind: 'instruction', raw };
}

/** Neighbouring CDATA sections become one, so that a text split around its own end mark reads as one text again. */
function convertAll(nodes: readonly rgrove.XmlNode[], source: string, file: string, depth: number): XmlNode[] {
  const converted: XmlNode[] = [];
  for (const node of nodes) {
    const next = convert(node, source, file, depth);
    const last = converted.at(-1);
    if (next.kind === 'cdata' && last?.kind === 'cdata') {
      converted[converted.length - 1] = { ...last, text: last.text + next.text } satisfies XmlCdata;
    } else {
      converted.push(next);
    }
  }
  return converted;
}

/** The parser has checked the tag already, so this need not. */
function attributesIn(tag: string, from: number): XmlAttribute[] {
  const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  attribute.lastIndex = from;
  const attributes: XmlAttribute[] = [];
  for (let match = attribute.exec(tag); match; match = attribute.exec(tag)) {
    attributes.push({ name: match[1] as string, raw: (match[2] ?? match[3]) as string });
  }
  return attributes;
}

function pushText(children: XmlNode[], raw: string): void {
  if (raw !== '') {
    children.push({ kind: 'text', raw });
  }
}

function tooDeep(file: string): PackagingError {
  return new PackagingError('malformed-xml', `The XML is nested deeper than ${maxDepth} elements.`, {
    where: file,
    next: 'Correct the file; no script or project is built like that.',
  });
}
