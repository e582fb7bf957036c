/** Choosing datasets: finds while typing, counts what is ticked. Without it the form's own button searches. */
import { folded } from '#schemas/taiwan/plain-text.ts';
import { composing } from '#schemas/keyboard/composing.ts';

const form = document.querySelector<HTMLFormElement>('form.choose');

if (form) {
  const search = form.querySelector<HTMLInputElement>('#search');
  const found = form.querySelector<HTMLElement>('[data-found]');
  const count = form.querySelector<HTMLElement>('[data-count]');
  const areas = [...form.querySelectorAll<HTMLDetailsElement>('details.area')];
  const opened = new Set(areas.filter(({ open }) => open));
  const shown = form.querySelector<HTMLInputElement>('input[name="shown"]')?.value ?? '';
  /** Chosen, but not on this page: it shows what was searched for. */
  const elsewhere = Number(count?.textContent ?? 0) - form.querySelectorAll('input[name="dataset"]:checked').length;

  const tally = (): void => {
    for (const area of areas) {
      const ticked = area.querySelectorAll('input:checked').length;
      const place = area.querySelector('[data-area-count]');
      if (place) place.textContent = ticked ? `，已選 ${ticked} 項` : '';
    }
    if (count) count.textContent = String(elsewhere + form.querySelectorAll('input[name="dataset"]:checked').length);
  };

  const find = (): void => {
    const words = folded(search?.value ?? '').split(/\s+/);
    const searching = words.some(Boolean);
    let sum = 0;
    for (const area of areas) {
      let here = 0;
      for (const row of area.querySelectorAll<HTMLElement>('li[data-search]')) {
        const text = folded(row.dataset['search'] ?? '');
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) here += 1;
      }
      area.hidden = here === 0;
      area.open = searching ? here > 0 : opened.has(area) || area.querySelector('input:checked') !== null;
      sum += here;
    }
    if (found) found.textContent = searching ? `找到 ${sum} 項。` : `共 ${sum} 項。`;
  };

  form.addEventListener('change', tally);
  // The page that the server made for a search holds only what it found: then the server searches anew.
  if (search && !shown) {
    search.addEventListener('input', find);
    form.querySelector<HTMLElement>('button[value="search"]')?.setAttribute('hidden', '');
    search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !composing(event)) event.preventDefault();
    });
  }
  // Coming back by the browser's button: what is ticked and typed may be older than the page.
  window.addEventListener('pageshow', () => {
    tally();
    if (search?.value && !shown) find();
  });
  tally();
}
