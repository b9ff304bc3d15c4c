/** Largest package that the volatile upload takes, in bytes: 250 MiB (spec 2.1, unpublished; our choice). */
export const maxPackageBytes = 250 * 1024 * 1024;

/** Shortest and longest key that is taken for one; the real format is unpublished, so nothing else is assumed (spec 4). */
export const minKeyLength = 16;
export const maxKeyLength = 512;

/** Longest name or label that people give to something, in characters. */
export const maxNameLength = 100;

/** Shortest and longest password, in characters; a long one is better than a complicated one. */
export const minPasswordLength = 12;
export const maxPasswordLength = 256;

/** Longest time that a replaced value may go on working, in hours. */
export const maxGraceHours = 168;

/** Most values of one filter of a list. */
export const maxFilterValues = 100;

/** Most texts that a filter searches names for: each makes the search of a long audit trail longer. */
export const maxFilterTexts = 10;
