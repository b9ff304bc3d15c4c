/** An XML document as it was written: what is not changed can be written back without loss. */
export interface XmlDocument {
  /** Everything outside the root too: declaration, comments, white space. */
  readonly children: XmlNode[];
  readonly root: XmlElement;
}

export type XmlNode = XmlElement | XmlText | XmlCdata | XmlVerbatim | XmlDeclaration;

export interface XmlElement {
  readonly kind: 'element';
  /** As written, prefix included. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlNode[];
  /** UTF-16 offset in the source; absent in elements that we made. */
  readonly offset?: number;
}

export interface XmlAttribute {
  readonly name: string;
  /** As written between the quotes: references are not decoded. */
  readonly raw: string;
}

/** Character data as written: references are not decoded, line ends not normalised. */
export interface XmlText {
  readonly kind: 'text';
  readonly raw: string;
}

/** The text of a CDATA section, or of several that follow each other directly. */
export interface XmlCdata {
  readonly kind: 'cdata';
  readonly text: string;
  readonly offset?: number;
}

/** A comment or a processing instruction, delimiters included. */
export interface XmlVerbatim {
  readonly kind: 'comment' | 'instruction';
  readonly raw: string;
}

export interface XmlDeclaration {
  readonly kind: 'declaration';
  readonly attributes: readonly XmlAttribute[];
}

/** The name without its prefix. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** Child elements, optionally only those whose local name is `name` in any case. */
export function childElements(parent: XmlElement, name?: string): XmlElement[] {
  const wanted = name?.toLowerCase();
  return parent.children.filter(
    (node): node is XmlElement =>
      node.kind === 'element' && (wanted === undefined || localName(node).toLowerCase() === wanted),
  );
}

/** The decoded value of an attribute; names are matched with case. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  const attribute = element.attributes.find((candidate) => candidate.name === name);
  return attribute && decodeReferences(attribute.raw);
}

/** All text directly in an element, CDATA included, comments and elements left out; line ends normalised as XML asks. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((node) => (node.kind === 'text' ? decodeReferences(node.raw) : node.kind === 'cdata' ? node.text : ''))
    .join('')
    .replace(/\r\n?/g, '\n');
}

const namedEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Decodes character references and the five named entities; the parser has refused everything else. */
export function decodeReferences(raw: string): string {
  return raw.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (reference, hex, decimal, name) => {
    if (name !== undefined) {
      return namedEntities[name] ?? reference;
    }
    return String.fromCodePoint(hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16));
  });
}
