import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemDocument, problemType } from '../key-service/http/problem.ts';

/** Statuses for what Node's HTTP parser says is wrong; everything else is 400. */
const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** Answers what is no HTTP request, or not a whole one, like everything else that is wrong, and closes the connection. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.writable && error.code !== 'ECONNRESET') socket.write(brokenRequestAnswer(error.code));
  socket.destroy();
}

function brokenRequestAnswer(code: string | undefined): string {
  const status = statuses[code ?? ''] ?? 400;
  const body = JSON.stringify(problemDocument(status, 'This is no complete HTTP request.'));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
