import { open } from 'node:fs/promises';

/** No library of people is larger, in bytes; a larger file is not looked into. */
const maxBytes = 64 * 1024 * 1024;

/** Where the Assembly table stands among the tables of .NET metadata (ECMA-335, II.22). */
const assemblyTable = 0x20;

/**
 * The version in a .NET assembly's metadata, as four numbers; undefined for a file that is no assembly, however broken.
 * Reads the whole file: the metadata can be anywhere in it.
 */
export async function assemblyVersion(path: string): Promise<number[] | undefined> {
  const handle = await open(path).catch(() => undefined);
  try {
    const stats = await handle?.stat();
    if (handle === undefined || !stats?.isFile() || stats.size > maxBytes) {
      return undefined;
    }
    return assemblyVersionIn(await handle.readFile());
  } finally {
    await handle?.close();
  }
}

/** The version in the bytes of an assembly (ECMA-335, II.24 and II.25); undefined when there is none. */
export function assemblyVersionIn(file: Uint8Array): number[] | undefined {
  try {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    return versionIn(view);
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined; // an offset that points out of the file
    }
    throw error;
  }
}

function versionIn(view: DataView): number[] | undefined {
  const header = view.getUint32(0x3c, true);
  if (view.getUint16(0, true) !== 0x5a4d || view.getUint32(header, true) !== 0x4550) {
    return undefined;
  }
  const optionalHeader = header + 24;
  const isWide = view.getUint16(optionalHeader, true) === 0x20b;
  const runtimeDirectory = optionalHeader + (isWide ? 112 : 96) + 14 * 8;
  const sections = {
    start: optionalHeader + view.getUint16(header + 20, true),
    count: view.getUint16(header + 6, true),
  };
  const runtimeHeader = fileOffset(view, sections, view.getUint32(runtimeDirectory, true));
  const metadata =
    runtimeHeader === undefined ? undefined : fileOffset(view, sections, view.getUint32(runtimeHeader + 8, true));
  const tables = metadata === undefined ? undefined : tableStream(view, metadata);
  return tables === undefined ? undefined : versionInTables(view, tables);
}

/** Turns an address in memory into a place in the file. */
function fileOffset(
  view: DataView,
  { start, count }: { start: number; count: number },
  address: number,
): number | undefined {
  for (let section = start; section < start + count * 40; section += 40) {
    const begin = view.getUint32(section + 12, true);
    const size = view.getUint32(section + 16, true);
    if (address !== 0 && address >= begin && address < begin + size) {
      return address - begin + view.getUint32(section + 20, true);
    }
  }
  return undefined;
}

/** Where the stream of tables begins. */
function tableStream(view: DataView, metadata: number): number | undefined {
  if (view.getUint32(metadata, true) !== 0x424a5342) {
    return undefined;
  }
  const streams = metadata + 16 + view.getUint32(metadata + 12, true);
  let position = streams + 4;
  for (let left = view.getUint16(streams + 2, true); left > 0; left -= 1) {
    const nameStart = position + 8;
    let name = '';
    for (let at = nameStart; view.getUint8(at) !== 0 && name.length < 32; at += 1) {
      name += String.fromCharCode(view.getUint8(at));
    }
    if (name === '#~' || name === '#-') {
      return metadata + view.getUint32(position, true);
    }
    position = nameStart + ((name.length + 4) & ~3);
  }
  return undefined;
}

function versionInTables(view: DataView, stream: number): number[] | undefined {
  const heapSizes = view.getUint8(stream + 6);
  const present = view.getBigUint64(stream + 8, true);
  const rows: number[] = [];
  let position = stream + 24;
  for (let table = 0; table < 64; table += 1) {
    const isPresent = (present & (1n << BigInt(table))) !== 0n;
    rows.push(isPresent ? view.getUint32(position, true) : 0);
    position += isPresent ? 4 : 0;
  }
  if (rows[assemblyTable] === 0) {
    return undefined;
  }
  const skipped = rows.slice(0, assemblyTable);
  const assembly =
    position + skipped.reduce((sum, count, table) => sum + count * rowSize(table, count, rows, heapSizes), 0);
  return [4, 6, 8, 10].map((offset) => view.getUint16(assembly + offset, true));
}

/**
 * Columns of the tables before Assembly (ECMA-335, II.22): 2 and 4 are bytes; `s`, `g`, `b` places in the heaps of
 * strings, GUIDs and blobs; a number in brackets the row of that table; a name in brackets the row of one of several.
 */
const columns: readonly string[] = [
  '2 s g g g',
  '[resolutionScope] s s',
  '4 s s [typeDefOrRef] [4] [6]',
  '[4]',
  '2 s b',
  '[6]',
  '4 2 2 s b [8]',
  '[8]',
  '2 2 s',
  '[2] [typeDefOrRef]',
  '[memberRefParent] s b',
  '2 [hasConstant] b',
  '[hasCustomAttribute] [customAttributeType] b',
  '[hasFieldMarshal] b',
  '2 [hasDeclSecurity] b',
  '2 4 [2]',
  '4 [4]',
  'b',
  '[2] [20]',
  '[20]',
  '2 s [typeDefOrRef]',
  '[2] [23]',
  '[23]',
  '2 s b',
  '2 [6] [hasSemantics]',
  '[2] [methodDefOrRef] [methodDefOrRef]',
  's',
  'b',
  '2 [memberForwarded] s [26]',
  '4 [4]',
  '4 4',
  '4',
];

/** The tables that an index of several can mean, in the order of their tags (ECMA-335, II.24.2.6). */
const choices: Readonly<Record<string, readonly number[]>> = {
  typeDefOrRef: [2, 1, 27],
  hasConstant: [4, 8, 23],
  hasCustomAttribute: [6, 4, 1, 2, 8, 9, 10, 0, 14, 23, 20, 17, 26, 27, 32, 35, 38, 39, 40, 42, 44, 43],
  hasFieldMarshal: [4, 8],
  hasDeclSecurity: [2, 6, 32],
  memberRefParent: [2, 1, 26, 6, 27],
  hasSemantics: [20, 23],
  methodDefOrRef: [6, 10],
  memberForwarded: [4, 6],
  customAttributeType: [-1, -1, 6, 10, -1],
  resolutionScope: [0, 26, 35, 1],
};

function rowSize(table: number, count: number, rows: readonly number[], heapSizes: number): number {
  if (count === 0) {
    return 0;
  }
  return (columns[table] as string).split(' ').reduce((sum, column) => sum + columnSize(column, rows, heapSizes), 0);
}

function columnSize(column: string, rows: readonly number[], heapSizes: number): number {
  const heap = 'sgb'.indexOf(column);
  if (heap !== -1) {
    return (heapSizes & (1 << heap)) === 0 ? 2 : 4;
  }
  const [, table] = /^\[(\w+)\]$/.exec(column) ?? [];
  if (table === undefined) {
    return Number(column);
  }
  const among = choices[table] ?? [Number(table)];
  const tagBits = Math.ceil(Math.log2(among.length));
  const largest = Math.max(...among.map((one) => rows[one] ?? 0));
  return largest < 2 ** (16 - tagBits) ? 2 : 4;
}
