/** A server of `node:http` that does nothing but answer: the most that any server on this machine could do. */
import { createServer } from 'node:http';
import { announced } from './announced.ts';

announced(createServer((_request, response) => response.end('{}')));
