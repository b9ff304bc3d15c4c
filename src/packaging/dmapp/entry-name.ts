/** Names that Windows gives to devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** Longest path that is taken: what Windows can hold below the install folder. */
const maxNameLength = 240;

/**
 * Why a path in a package could not become a file below a folder on Windows; undefined when it could.
 * @param name folders separated by backslashes
 */
export function entryNameProblem(name: string): string | undefined {
  if (name.length > maxNameLength) {
    return `is longer than ${maxNameLength} characters`;
  }
  for (const segment of name.split('\\')) {
    if (segment === '' || segment === '.' || segment === '..') {
      return 'is not a plain relative path';
    }
    if (/[/:*?"<>|\p{Cc}]/u.test(segment)) {
      return 'holds a character that Windows does not allow';
    }
    if (/[. ]$/.test(segment)) {
      return 'has a part that ends in a dot or a blank';
    }
    if (reserved.test(segment)) {
      return 'has a part that is a device name on Windows';
    }
  }
  return undefined;
}

/** Why a package of that name and version could not have a folder `NAME.VERSION` on Windows; undefined when it could. */
export function packageFolderProblem(name: string, version: string): string | undefined {
  if (name === '' || version === '') {
    return 'would lack a part of its name';
  }
  const folder = `${name}.${version}`;
  return folder.includes('\\') ? 'would not be a single folder' : entryNameProblem(folder);
}
