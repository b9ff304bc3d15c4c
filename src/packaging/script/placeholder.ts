/** The mark in a script's code where the code of a project belongs (packaging spec 5). */
export interface Placeholder {
  /** All of the mark: `[Project:NAME]`. */
  readonly mark: string;
  readonly project: string;
}

/** The first mark of a code text; the name runs to the last bracket of the line, so that names may hold brackets. */
export function placeholderIn(code: string): Placeholder | undefined {
  const [mark, project] = /\[Project:([^\n]*)\]/.exec(code) ?? [];
  return mark === undefined || project === undefined ? undefined : { mark, project };
}
