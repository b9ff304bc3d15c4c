#!/usr/bin/env node
const oldestNode = 24;
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(`dataminer-deploy needs Node ${oldestNode} or newer; this is ${process.version}.`);
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
