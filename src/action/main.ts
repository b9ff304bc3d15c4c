/** Entry of the bundled action: hides the keys, then hands over. */
import * as core from '@actions/core';
import { hideSecrets, readInputs } from './inputs.ts';

const inputs = readInputs();
hideSecrets(inputs);

const oldestNode = 24;
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  core.setFailed(
    `This action needs Node ${oldestNode}; this runner started it with ${process.version}. Update the runner.`,
  );
} else {
  const { runDeployAction } = await import('./deploy-action.ts');
  process.exitCode = await runDeployAction(inputs, process.env);
}
