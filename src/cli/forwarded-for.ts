/**
 * What a proxy says in `X-Forwarded-For`, without the ports that some write behind the addresses, as in `192.0.2.1:5678` or
 * `[2001:db8::1]:443`: with them it is no address, and all callers would count as one.
 */
export function withoutPorts(forwardedFor: string): string {
  return forwardedFor
    .split(',')
    .map((address) => withoutPort(address.trim()))
    .join(', ');
}

function withoutPort(address: string): string {
  const [, inBrackets, dotted] = /^(?:\[(.*)\]|([\d.]+))(?::\d+)?$/.exec(address) ?? [];
  return inBrackets ?? dotted ?? address;
}
