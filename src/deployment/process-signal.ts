/**
 * A signal that is aborted when the process is asked to stop (SIGINT from a cancelled workflow, SIGTERM). A second request
 * finds no handler and ends the process at once.
 */
export function signalOfProcess(process: NodeJS.EventEmitter): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  const handlers = names.map((name) => {
    const handle = () => controller.abort(new Error(name));
    process.once(name, handle);
    return () => process.off(name, handle);
  });
  return {
    signal: controller.signal,
    dispose: () => {
      for (const remove of handlers) remove();
    },
  };
}
