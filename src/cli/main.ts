#!/usr/bin/env node
const oldestNode = 24;
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(`dataminer-deploy needs Node ${oldestNode} or newer; this is ${process.version}.`);
  process.exitCode = 1;
} else {
  const { runCommandLine } = await import('./command-line.ts');
  process.exitCode = await runCommandLine(process.argv);
}

export {};
