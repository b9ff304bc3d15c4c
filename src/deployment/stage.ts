/** What each stage of a job does, in the order of the steps. */
export const stages = {
  All: { keys: true, packages: true, uploads: true, deploys: true },
  Validate: { keys: true, packages: false, uploads: false, deploys: false },
  Package: { keys: false, packages: true, uploads: false, deploys: false },
  Upload: { keys: true, packages: true, uploads: true, deploys: false },
  Deploy: { keys: true, packages: false, uploads: false, deploys: true },
} as const;

export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as readonly Stage[];
