/** Exit codes of the command line and of the action's process alike (design 4). */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  inputs: 3,
  packaging: 4,
  upload: 5,
  deployNotStarted: 6,
  deployFailed: 7,
  keysRejected: 8,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
