import { decodeReferences, type XmlAttribute, type XmlDocument, type XmlNode } from './xml-node.ts';

/** Writes a whole document the way deployed scripts are written (packaging spec 9.3). */
export function writeXml(document: XmlDocument): string {
  const parts: string[] = [];
  for (const node of document.children) {
    write(node, parts);
  }
  return parts.join('');
}

function write(node: XmlNode, parts: string[]): void {
  switch (node.kind) {
    case 'element':
      if (node.children.length === 0) {
        parts.push(`<${node.name}${attributes(node.attributes)} />`);
        return;
      }
      parts.push(`<${node.name}${attributes(node.attributes)}>`);
      for (const child of node.children) {
        write(child, parts);
      }
      parts.push(`</${node.name}>`);
      return;
    case 'text':
      parts.push(encodeRaw(node.raw));
      return;
    case 'cdata':
      parts.push(`<![CDATA[${node.text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
      return;
    case 'declaration':
      parts.push(`<?xml${attributes(node.attributes.map(inUtf8))} ?>`);
      return;
    default:
      parts.push(node.raw);
  }
}

function attributes(list: readonly XmlAttribute[]): string {
  return list.map(({ name, raw }) => ` ${name}="${encodeRaw(raw)}"`).join('');
}

/** The result is always UTF-8; a script that was read from UTF-16 must not claim otherwise. */
function inUtf8(attribute: XmlAttribute): XmlAttribute {
  const says16Bit = attribute.name === 'encoding' && !/^utf-?8$/i.test(attribute.raw);
  return says16Bit ? { ...attribute, raw: 'utf-8' } : attribute;
}

/** Text for an element or attribute that we make ourselves. */
export function encodeText(text: string): string {
  return Array.from(text, encodeCharacter).join('');
}

/**
 * Escapes as the official packager does: the five special characters, U+00A0 to U+00FF and everything above U+FFFF.
 * References that are there already are rewritten in the same style, except that those to white space stay
 * references, for a reader would normalise the plain character.
 */
function encodeRaw(raw: string): string {
  return raw.replace(/&[^;]*;|[<>"'\u00a0-\u00ff]|[\u{10000}-\u{10ffff}]/gu, (piece) => {
    const character = piece.length > 2 ? decodeReferences(piece) : piece;
    return /^[\t\n\r]$/.test(character) ? `&#${character.charCodeAt(0)};` : encodeCharacter(character);
  });
}

function encodeCharacter(character: string): string {
  switch (character) {
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '&':
      return '&amp;';
    case '"':
      return '&quot;';
    case "'":
      return '&#39;';
    default: {
      const code = character.codePointAt(0) as number;
      return (code >= 0xa0 && code <= 0xff) || code > 0xffff ? `&#${code};` : character;
    }
  }
}
