interface RegularTask {
  readonly timer: NodeJS.Timeout;
  running: Promise<void> | undefined;
}

/** Is told what there is to do, and what went wrong with it. */
export interface TaskObserver {
  taskBegun(task: string): void;
  taskFailed(task: string, error: unknown): void;
}

/** Things that the service does now and then. What goes wrong is told, and tried again the next time. */
export class RegularTasks {
  readonly #observer: TaskObserver;
  readonly #tasks: RegularTask[] = [];

  constructor(observer: TaskObserver) {
    this.#observer = observer;
  }

  /** Does something now, and again every so many milliseconds unless it is still being done. */
  begin(name: string, milliseconds: number, action: () => Promise<void>): void {
    const act = () => {
      task.running ??= action()
        .catch((error) => this.#observer.taskFailed(name, error))
        .finally(() => {
          task.running = undefined;
        });
    };
    const task: RegularTask = { timer: setInterval(act, milliseconds), running: undefined };
    this.#tasks.push(task);
    this.#observer.taskBegun(name);
    act();
  }

  /** Begins nothing any more; resolves when what was under way is done. */
  async stop(): Promise<void> {
    for (const { timer } of this.#tasks) clearInterval(timer);
    await Promise.all(this.#tasks.map(({ running }) => running));
  }
}
