/** Largest package that the volatile upload takes, in bytes: 250 MiB (spec 2.1, unpublished; our choice). */
export const maxPackageBytes = 250 * 1024 * 1024;

/** Shortest and longest key that is taken for one; the real format is unpublished, so nothing else is assumed (spec 4). */
export const minKeyLength = 16;
export const maxKeyLength = 512;
