export function redactorFor(_secrets: readonly string[]): (text: string) => string {
  throw new Error('stub');
}
export function maskedForms(_secret: string): string[] {
  throw new Error('stub');
}
