import { AddressRanges } from '../../../src/key-service/operations/address-ranges.ts';

describe('address ranges', () => {
  it.each([
    ['127.0.0.0/8', '127.3.2.1'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.0/8', '::ffff:127.0.0.1'],
    ['::1', '::1'],
    ['fd00::/8', 'fd12::3'],
    ['0.0.0.0/0', '203.0.113.9'],
  ])('%s includes %s', (range, address) => {
    expect(new AddressRanges([range]).include(address)).toBe(true);
  });

  it.each([
    ['127.0.0.0/8', '128.0.0.1'],
    ['127.0.0.1', '127.0.0.2'],
    ['::1', '::2'],
    ['0.0.0.0/0', 'localhost'],
    ['0.0.0.0/0', ''],
  ])('%s does not include "%s"', (range, address) => {
    expect(new AddressRanges([range]).include(address)).toBe(false);
  });

  it('that are none include nobody', () => {
    expect(new AddressRanges([]).include('127.0.0.1')).toBe(false);
  });

  it.each(['', 'localhost', '10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/x'])(
    'refuse "%s", saying what is taken',
    (range) => {
      expect(() => new AddressRanges([range])).toThrow(
        expect.objectContaining({ code: 'invalid', message: expect.stringContaining(`"${range}"`) }),
      );
    },
  );
});
