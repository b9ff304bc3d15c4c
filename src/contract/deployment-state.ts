/** States of a deployment that a service reports (spec 2.3). Only `Pending` is not final. */
export const deploymentStates = ['Pending', 'Succeeded', 'Timeout', 'Error'] as const;
export type DeploymentState = (typeof deploymentStates)[number];

/**
 * The state that a service meant by this text. Old tools differ on the case of the letters, so it does not matter here;
 * a text that is no known state counts as not final (spec 2.3).
 */
export function deploymentStateOf(text: string): DeploymentState {
  return deploymentStates.find((state) => state.toLowerCase() === text.trim().toLowerCase()) ?? 'Pending';
}

export function isFinalState(state: DeploymentState): boolean {
  return state !== 'Pending';
}
