/** A table as a grid: arrows lead from cell to cell, Enter into what is in it, Escape back to the cell. */

const cellsOf = (row: Element | undefined): readonly HTMLElement[] =>
  row ? [...row.querySelectorAll<HTMLElement>(':scope > [data-column]')] : [];

const inside = 'button:not(:disabled), select, input, summary';

/** → whether the key meant something here */
export function gridKey(event: KeyboardEvent, table: Element): boolean {
  const target = event.composedPath()[0] as HTMLElement;
  const cell = target.closest<HTMLElement>('[data-column]');
  if (!cell || !table.contains(cell)) return false;
  if (target !== cell) {
    if (event.key !== 'Escape') return false;
    goTo(table, cell);
    return true;
  }
  if (event.key === 'Enter' || event.key === 'F2') {
    cell.querySelector<HTMLElement>(inside)?.focus();
    return true;
  }
  const rows = [...table.querySelectorAll('tr')].filter((row) => cellsOf(row).length);
  const at = rows.indexOf(cell.parentElement as HTMLTableRowElement);
  const column = Number(cell.dataset['column']);
  const across = (by: -1 | 1): HTMLElement | undefined => {
    const cells = cellsOf(rows[at]);
    return cells[cells.indexOf(cell) + by];
  };
  const nearest = (row: Element | undefined): HTMLElement | undefined =>
    [...cellsOf(row)].sort(
      (a, b) => Math.abs(Number(a.dataset['column']) - column) - Math.abs(Number(b.dataset['column']) - column),
    )[0];
  const ways: { readonly [key: string]: () => HTMLElement | undefined } = {
    ArrowLeft: () => across(-1),
    ArrowRight: () => across(1),
    ArrowUp: () => nearest(rows[at - 1]),
    ArrowDown: () => nearest(rows[at + 1]),
    Home: () => (event.ctrlKey ? nearest(rows[0]) : cellsOf(rows[at])[0]),
    End: () => (event.ctrlKey ? nearest(rows.at(-1)) : cellsOf(rows[at]).at(-1)),
  };
  const next = ways[event.key]?.();
  if (!next) return false;
  goTo(table, next);
  return true;
}

/** One cell is reached by Tab. */
export function goTo(table: Element, cell: HTMLElement): void {
  for (const one of table.querySelectorAll<HTMLElement>('[data-column][tabindex="0"]')) one.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}
