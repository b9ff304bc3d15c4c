import { availableParallelism } from 'node:os';
import { bundledLibraries } from './__tests__/support/bundled-libraries.ts';

/** Tests run as native ES modules; swc only strips the types. */
export default {
  testEnvironment: 'node',
  // Much of what the tests do is waiting for processes, disks and leases: more at a time than there are cores.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Long enough for a busy machine; nothing is asserted about time here.
  testTimeout: 30_000,
  // A worker that has loaded seventy test files needs a while to give its memory back.
  workerGracefulExitTimeout: 10_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: bundledLibraries,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testSequencer: './__tests__/support/slow-first.ts',
  globalSetup: './__tests__/support/before-all-tests.ts',
  globalTeardown: './__tests__/support/after-all-tests.ts',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/', '<rootDir>/runtime/'],
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'babel',
  coverageReporters: ['text-summary', 'lcov'],
};
