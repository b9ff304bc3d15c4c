/** Codes by which Node and OpenSSL say that a certificate or the handshake is bad. */
const tlsCodes =
  /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERROR_IN_CERT_)/;

const meanings: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused; nothing listens there',
  ENOTFOUND: 'the host name is not known; check the service URL and the DNS',
  EAI_AGAIN: 'the host name could not be looked up; the DNS does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the connection timed out',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed while sending',
  // The address of the service was checked before, so it is the other one.
  ERR_INVALID_URL: 'https_proxy holds no URL',
};

/** True when the two sides could not agree on a trusted, encrypted connection; trying again cannot help. */
export function isTlsError(error: unknown): boolean {
  return tlsCodes.test(textOf(error, 'code'));
}

/** What a failure of the network means, in words, with its code. */
export function describeNetworkError(error: unknown): string {
  const code = textOf(error, 'code');
  const message = textOf(error, 'message');
  if (isTlsError(error)) {
    return (
      `no trusted connection (${code}). If the service or a proxy on the way has a certificate of a private authority, ` +
      `name that authority in NODE_EXTRA_CA_CERTS. ${message}`
    );
  }
  if (message.startsWith('tunneling socket')) return `the proxy of https_proxy made no connection (${message})`;
  const meaning = meanings[code];
  return meaning === undefined ? message || code || 'the connection failed' : `${meaning} (${code})`;
}

function textOf(error: unknown, member: 'code' | 'message'): string {
  const text = (error as Partial<Record<typeof member, unknown>> | undefined)?.[member];
  return typeof text === 'string' ? text : '';
}
