/** The smallest useful action, bundled for comparison: it imports `@actions/core` and nothing else. */
import * as core from '@actions/core';

if (core.getInput('primary-key') === '') {
  core.setFailed('Input `primary-key` is missing.');
  process.exitCode = 3;
}
