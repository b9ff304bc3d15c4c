/**
 * Makes a schema into a program when it is first needed, and once for all services of the process. There are many schemas, most
 * are seldom needed, and a service starts sooner without them.
 */
export function schemaPrograms<Schema extends object, Program extends object>(
  compile: (schema: Schema) => Program,
): (schema: Schema) => Program {
  const programs = new WeakMap<Schema, Program>();
  return (schema) => {
    const known = programs.get(schema);
    if (known !== undefined) return known;
    const program = compile(schema);
    programs.set(schema, program);
    return program;
  };
}
