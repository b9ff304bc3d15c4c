import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  /** Shown as the title; also what a small screen writes before the cell. */
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What the rows are sorted by when the title is chosen; without it the column is not sortable. */
  readonly sortBy?: (row: Row) => string | number;
  /** For a column of buttons: the title is for screen readers only. */
  readonly isTitleHidden?: boolean;
}

interface Order {
  readonly column: number;
  readonly isDescending: boolean;
}

/**
 * A list as a table, which a small screen shows as cards. A row opens by its link in the first column, so that keyboard and
 * screen reader find it; the rest of the row is a larger target for the mouse.
 * @param isMarked whether a row is the one whose details are shown
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  onOpen,
  isMarked = () => false,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  onOpen?: (row: Row) => void;
  isMarked?: (row: Row) => boolean;
}) {
  const [order, setOrder] = useState<Order>();
  const { shown, end, startAnew } = useGrowingCount(rows.length);
  const choose = (column: number) => {
    startAnew();
    setOrder((current) => ({ column, isDescending: current?.column === column && !current.isDescending }));
  };
  return (
    <div class="table-frame">
      <table class={onOpen ? 'table opening' : 'table'}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <Title
                key={column.title}
                column={column}
                order={order?.column === index ? order : undefined}
                onChoose={() => choose(index)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, columns, order)
            .slice(0, shown)
            .map((row) => (
              <tr
                key={keyOf(row)}
                aria-selected={isMarked(row) || undefined}
                onClick={onOpen && openUnlessUsed(() => onOpen(row))}
              >
                {columns.map((column) => (
                  <td key={column.title} data-title={column.isTitleHidden ? '' : column.title}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {shown < rows.length && <p ref={end} class="notice quiet">{`${rows.length - shown} more`}</p>}
    </div>
  );
}

/** How many rows are made before the list is seen: about what a screen holds. */
const firstRows = 10;

/** How many are made at a time after that. */
const portion = 25;

/** How long the rows that are there can be used before more are made, in milliseconds. */
const pauseMilliseconds = 50;

/** Grows while the end of the list is in view, so that a long list costs only what of it is looked at. */
function useGrowingCount(count: number) {
  const [shown, setShown] = useState(firstRows);
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (end.current === null) return undefined;
    let growth: ReturnType<typeof setTimeout> | undefined;
    const grow = () => setShown((current) => Math.min(current + portion, count));
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(growth);
        if (entry?.isIntersecting) growth = setTimeout(grow, pauseMilliseconds);
      },
      { rootMargin: '100%' },
    );
    observer.observe(end.current);
    return () => {
      observer.disconnect();
      clearTimeout(growth);
    };
  }, [shown, count]);
  // What a search has left out need not all be there at once when the search is over.
  useEffect(() => setShown((current) => Math.max(firstRows, Math.min(current, count))), [count]);
  return { shown, end, startAnew: () => setShown(firstRows) };
}

function Title<Row>({
  column,
  order,
  onChoose,
}: {
  column: Column<Row>;
  order: Order | undefined;
  onChoose: () => void;
}) {
  if (column.isTitleHidden) {
    return (
      <th scope="col">
        <span class="visually-hidden">{column.title}</span>
      </th>
    );
  }
  if (column.sortBy === undefined) return <th scope="col">{column.title}</th>;
  const direction = order && (order.isDescending ? 'descending' : 'ascending');
  return (
    <th scope="col" aria-sort={direction ?? 'none'}>
      <button type="button" class="sort" onClick={onChoose}>
        {column.title}
        {order && <Icon name={order.isDescending ? 'arrow-down' : 'arrow-up'} />}
      </button>
    </th>
  );
}

/** Buttons, links and selected text within a row keep their meaning. */
function openUnlessUsed(open: () => void): (event: MouseEvent) => void {
  return (event) => {
    const isControl = (event.target as Element).closest('a, button, input, wa-button, wa-dropdown');
    if (isControl || String(getSelection()) !== '') return;
    // Whatever opens gives the focus back to where it was.
    (event.currentTarget as Element).querySelector('a')?.focus();
    open();
  };
}

function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | undefined): readonly Row[] {
  const sortBy = order && columns[order.column]?.sortBy;
  if (order === undefined || sortBy === undefined) return rows;
  const sign = order.isDescending ? -1 : 1;
  // Not before it is needed, since setting it up takes its time.
  const texts = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const compare = (one: string | number, other: string | number): number =>
    typeof one === 'number' && typeof other === 'number' ? one - other : texts.compare(String(one), String(other));
  return rows.toSorted((one, other) => sign * compare(sortBy(one), sortBy(other)));
}
