/**
 * Waits on a page while the platform works, and goes on when the journey has moved. Told by server-sent events where the
 * page names their address; asks every other second where it does not, or where they do not come through.
 */
export {};

interface Told {
  readonly datasets?: readonly { readonly id: string; readonly state: string; readonly text: string }[];
}

const waiting = document.querySelector<HTMLElement>('[data-progress]');

/** The button to leave comes with the first dataset that must be prepared: that is for the server's page to show. */
const slowAtFirst = document.querySelector('[data-state="preparing"]') !== null;

function show({ datasets = [] }: Told): void {
  for (const { id, state, text } of datasets) {
    const card = document.querySelector<HTMLElement>(`[data-dataset="${CSS.escape(id)}"]`);
    const words = card?.querySelector('[data-text]');
    if (!card || !words || words.textContent === text) continue;
    card.dataset['state'] = state;
    words.textContent = text;
  }
  if (!slowAtFirst && datasets.some(({ state }) => state === 'preparing')) location.reload();
}

async function ask(address: string, screen: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
  const now = answer?.ok ? ((await answer.json()) as { screen: string }).screen : undefined;
  // Anything but "still here", refusals included, is for the server's pages to tell.
  if (answer && now !== screen) location.reload();
  else setTimeout(() => void ask(address, screen), 2000);
}

function listen(address: string, otherwise: () => void): void {
  const events = new EventSource(address);
  let failures = 0;
  events.addEventListener('progress', (event) => {
    failures = 0;
    show(JSON.parse(event.data as string) as Told);
  });
  events.addEventListener('moved', () => {
    events.close();
    location.reload();
  });
  events.addEventListener('error', () => {
    failures += 1;
    // The browser itself comes back after a cut; a refusal, or cuts without end, are for asking.
    if (events.readyState !== EventSource.CLOSED && failures < 5) return;
    events.close();
    otherwise();
  });
}

if (waiting) {
  const { progress = '', events, screen = '' } = waiting.dataset;
  const askOn = (): void => void ask(progress, screen);
  if (events) listen(events, askOn);
  else askOn();
}
