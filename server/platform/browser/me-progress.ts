/** Live progress of a self-download by server-sent events; when it has moved on, the page is asked for anew. */
interface Progress {
  readonly summary: string;
  readonly datasets: readonly { readonly id: string; readonly state: string; readonly words: string }[];
}

const place = document.querySelector<HTMLElement>('[data-events]');

function show({ summary, datasets }: Progress): void {
  const line = place?.querySelector('[data-summary]');
  if (line && line.textContent !== summary) line.textContent = summary;
  for (const { id, state, words } of datasets) {
    const row = document.querySelector<HTMLElement>(`[data-dataset="${CSS.escape(id)}"]`);
    if (!row) continue;
    row.dataset['state'] = state;
    const text = row.querySelector('[data-words]');
    if (text) text.textContent = words;
  }
}

if (place) {
  const source = new EventSource(place.dataset['events'] ?? '');
  source.addEventListener('progress', (event) => show(JSON.parse(event.data as string) as Progress));
  source.addEventListener('moved', () => {
    source.close();
    location.reload();
  });
  // Refused for good (signed out): the server's page says so. A lost connection comes back by itself.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) location.reload();
  });
}

export {};
