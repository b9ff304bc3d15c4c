/**
 * Listens to an element's own event only. Events of the component library bubble, so that a dialog hears of every menu within
 * it that closes.
 */
export function own<Detail = unknown>(listener: (event: CustomEvent<Detail>) => void): (event: Event) => void {
  return (event) => {
    if (event.target === event.currentTarget) listener(event as CustomEvent<Detail>);
  };
}
