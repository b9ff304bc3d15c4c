/**
 * A .NET assembly of a few hundred bytes with nothing in it but its own description (ECMA-335, II.24 and II.25).
 * @param version four numbers
 * @param typeReferences empty rows to put before the description
 */
export function assembly(name: string, version: string, typeReferences = 0): Buffer {
  const strings = Buffer.from(`\0${name}\0<Module>\0`);
  const nameIndex = 1;
  const moduleIndex = name.length + 2;
  const guid = Buffer.alloc(16, 1);

  const tables = Buffer.concat([
    u32(0),
    Buffer.from([2, 0, 0, 1]),
    u64((1n << 0n) | (typeReferences > 0 ? 1n << 1n : 0n) | (1n << 2n) | (1n << 0x20n)),
    u64(0n),
    u32(1),
    ...(typeReferences > 0 ? [u32(typeReferences)] : []),
    u32(1),
    u32(1),
    // Module: generation, name, three GUIDs
    u16(0),
    u16(moduleIndex),
    u16(1),
    u16(0),
    u16(0),
    // TypeRef: scope (4 bytes wide when there are many rows), name, namespace
    Buffer.alloc(typeReferences * 6),
    // TypeDef: flags, name, namespace, base type, fields, methods
    u32(0),
    u16(moduleIndex),
    u16(0),
    Buffer.alloc(typeReferences >= 2 ** 14 ? 4 : 2),
    u16(1),
    u16(1),
    // Assembly: hash algorithm, version, flags, public key, name, culture
    u32(0x8004),
    ...version.split('.').map((number) => u16(Number(number))),
    u32(0),
    u16(0),
    u16(nameIndex),
    u16(0),
  ]);
  const streams = [
    { name: '#~', bytes: padded(tables) },
    { name: '#Strings', bytes: padded(strings) },
    { name: '#GUID', bytes: guid },
    { name: '#Blob', bytes: Buffer.alloc(4) },
  ];
  const runtimeVersion = padded(Buffer.from('v4.0.30319\0'));
  const headers = streams.map((stream) => padded(Buffer.from(`${stream.name}\0`)));
  let offset = 16 + runtimeVersion.length + 4 + headers.reduce((sum, header) => sum + 8 + header.length, 0);
  const directory = streams.flatMap(({ bytes }, index) => {
    const entry = [u32(offset), u32(bytes.length), headers[index] as Buffer];
    offset += bytes.length;
    return entry;
  });
  const metadata = Buffer.concat([
    u32(0x424a5342),
    u16(1),
    u16(1),
    u32(0),
    u32(runtimeVersion.length),
    runtimeVersion,
    u16(0),
    u16(streams.length),
    ...directory,
    ...streams.map(({ bytes }) => bytes),
  ]);

  const address = 0x2000;
  const section = Buffer.concat([
    u32(72),
    u16(2),
    u16(5),
    u32(address + 72),
    u32(metadata.length),
    u32(1),
    Buffer.alloc(52),
    metadata,
  ]);
  const fileStart = 0x200;
  const optional = Buffer.alloc(224);
  optional.writeUInt16LE(0x10b, 0);
  optional.writeUInt32LE(0x1000, 32);
  optional.writeUInt32LE(0x200, 36);
  optional.writeUInt32LE(16, 92);
  optional.writeUInt32LE(address, 96 + 14 * 8);
  optional.writeUInt32LE(72, 96 + 14 * 8 + 4);
  const dos = Buffer.alloc(0x80);
  dos.write('MZ');
  dos.writeUInt32LE(0x80, 0x3c);
  const header = Buffer.concat([
    dos,
    Buffer.from('PE\0\0'),
    u16(0x14c),
    u16(1),
    u32(0),
    u32(0),
    u32(0),
    u16(224),
    u16(0x2102),
    optional,
    Buffer.from('.text\0\0\0'),
    u32(section.length),
    u32(address),
    u32(section.length),
    u32(fileStart),
    Buffer.alloc(12),
    u32(0x60000020),
  ]);
  return Buffer.concat([header, Buffer.alloc(fileStart - header.length), section]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
