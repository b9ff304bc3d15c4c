/** What a promise brings, or undefined when it fails or takes longer than so many milliseconds. */
export async function inTime<Result>(promise: Promise<Result>, milliseconds: number): Promise<Result | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  try {
    return (await Promise.race([promise.catch(() => undefined), late])) ?? undefined;
  } finally {
    clearTimeout(timer);
  }
}
