const actions: (() => Promise<unknown>)[] = [];

/** Does something when the test file is through. What was asked for last is done first, as things depend on those before. */
export function afterwards(action: () => Promise<unknown>): void {
  actions.push(action);
}

afterAll(async () => {
  for (const action of actions.splice(0).reverse()) await action();
});
