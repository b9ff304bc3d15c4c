import { BlockList, isIP } from 'node:net';
import { KeyServiceError } from '../key-service-error.ts';

/** Ranges of addresses, as `10.0.0.0/8`, `fd00::/8` or a single address. */
export class AddressRanges {
  readonly #list = new BlockList();

  /** @throws KeyServiceError `invalid` for a text that is no range */
  constructor(ranges: readonly string[]) {
    for (const range of ranges) this.#add(range);
  }

  /** Whether an address is in one of the ranges, an IPv4 address also in its IPv6 form; no text is that is not an address. */
  include(address: string): boolean {
    const version = isIP(address);
    return version !== 0 && this.#list.check(address, familyOf(version));
  }

  #add(range: string): void {
    const [address = '', bits, ...more] = range.split('/');
    const version = isIP(address);
    const longest = version === 4 ? 32 : 128;
    const length = bits === undefined ? longest : Number(bits);
    if (version === 0 || more.length > 0 || !/^\d{1,3}$/.test(bits ?? '0') || length > longest) {
      throw new KeyServiceError(
        'invalid',
        `"${range}" is no range of addresses`,
        'Give an address, or an address and a number of bits, as in 10.0.0.0/8 or fd00::/8.',
      );
    }
    this.#list.addSubnet(address, length, familyOf(version));
  }
}

function familyOf(version: number): 'ipv4' | 'ipv6' {
  return version === 6 ? 'ipv6' : 'ipv4';
}
