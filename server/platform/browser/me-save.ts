/** A file that is saved leaves the page as it was: watches until the server has handed it out, then shows that it is gone. */
const form = document.querySelector<HTMLFormElement>('form[data-save]');

async function watch(address: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
    if (!answer) continue;
    const state = answer.ok ? ((await answer.json()) as { state: string }).state : 'unknown';
    if (state !== 'ready') return location.reload();
  }
}

form?.addEventListener('submit', () => {
  const button = form.querySelector('button');
  // After the form's data has been gathered: twice would only get the page that says it is gone.
  setTimeout(() => {
    button?.setAttribute('disabled', '');
    if (button) button.textContent = '儲存中…';
  });
  void watch(form.dataset['save'] ?? '');
});

export {};
