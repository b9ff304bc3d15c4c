/**
 * The text of a file, its encoding found by the byte order mark and UTF-8 without one; the mark is not part of the
 * text (packaging spec 7.2).
 * @param strict refuse bytes that are not of the encoding, instead of reading them as U+FFFD
 * @throws TypeError for such bytes
 */
export function decodeText(bytes: Uint8Array, { strict = false } = {}): string {
  for (const { mark, label } of marks) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      const content = bytes.subarray(mark.length);
      return label.startsWith('utf-32')
        ? decodeUtf32(content, label === 'utf-32le')
        : new TextDecoder(label, { fatal: strict, ignoreBOM: true }).decode(content);
    }
  }
  return new TextDecoder('utf-8', { fatal: strict, ignoreBOM: true }).decode(bytes);
}

/** UTF-32 first: its little-endian mark begins with that of UTF-16. */
const marks = [
  { mark: [0xff, 0xfe, 0, 0], label: 'utf-32le' },
  { mark: [0, 0, 0xfe, 0xff], label: 'utf-32be' },
  { mark: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
] as const;

/** The platform's decoder does not know UTF-32. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
    const code = view.getUint32(offset, littleEndian);
    characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return characters.join('');
}
