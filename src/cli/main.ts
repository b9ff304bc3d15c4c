#!/usr/bin/env node
// The first with Argon2id in node:crypto, which the key service's passwords need.
const oldestNode = [24, 7] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
  console.error(`dataminer-deploy needs Node ${oldestNode.join('.')} or newer; this is ${process.version}.`);
  process.exitCode = 1;
} else {
  outliveReaders();
  const { runCommandLine } = await import('./command-line.ts');
  process.exitCode = await runCommandLine(process.argv);
}

/**
 * A reader that has gone (`| head -1`) is no reason to break off what is under way: what is written then is lost, no more.
 */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

export {};
