/** Warns before the time is over and offers to go on; when it is over, asks the server, which leads back (code 408). */
const dialog = document.querySelector<HTMLDialogElement>('dialog#idle');

if (dialog) {
  const { idle, warn, stay, csrf } = dialog.dataset;
  const idleMs = Number(idle) * 1000;
  const warnMs = idleMs - Number(warn) * 1000;
  let timers: number[] = [];

  const start = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers = [
      window.setTimeout(() => dialog.showModal(), warnMs),
      window.setTimeout(() => location.reload(), idleMs + 1000),
    ];
  };

  const goOn = async (): Promise<void> => {
    dialog.close();
    const answer = await fetch(stay ?? '', { method: 'POST', body: new URLSearchParams({ csrf: csrf ?? '' }) }).catch(
      () => undefined,
    );
    // Over already, or no network: the server's own page says what is the matter.
    if (answer?.status === 204) start();
    else location.reload();
  };

  document.getElementById('idle-stay')?.addEventListener('click', () => void goOn());
  // Escape means "I am here" too.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void goOn();
  });
  start();
}
