/** Names that Windows gives to devices, whatever extension follows. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)/i;
const forbiddenCharacter = /[<>:"/\\|?*\p{Cc}]/u;
const maxSegmentLength = 255;

/** Why a DMS could not have a file or folder of this name, or undefined when it could. */
export function problemWithWindowsName(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return 'is no name';
  if (name.length > maxSegmentLength) return `is longer than ${maxSegmentLength} characters`;
  if (forbiddenCharacter.test(name)) return 'holds a character that Windows forbids';
  if (/[ .]$/.test(name)) return 'ends in a blank or a full stop';
  return deviceName.test(name) ? 'is reserved by Windows for a device' : undefined;
}

/** What two names have in common when Windows takes them for the same one. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
