/** Waits on a page while the platform works, and goes on when the journey has moved. */
const waiting = document.querySelector<HTMLElement>('[data-progress]');

async function ask(address: string, screen: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
  const now = answer?.ok ? ((await answer.json()) as { screen: string }).screen : undefined;
  // Anything but "still here", refusals included, is for the server's pages to tell.
  if (answer && now !== screen) location.reload();
  else setTimeout(() => void ask(address, screen), 2000);
}

if (waiting) void ask(waiting.dataset['progress'] ?? '', waiting.dataset['screen'] ?? '');
