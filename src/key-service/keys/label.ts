/**
 * A label as labels are compared and searched: without regard to case or to how its characters are composed. The database
 * keeps it beside the label, since SQLite and PostgreSQL do not agree on what the lower case of a text is.
 */
export function comparableLabel(label: string): string {
  return label.normalize('NFKC').toLowerCase();
}
