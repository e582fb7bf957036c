/** Counts down how long data is kept, against the server's clock; at the end the server's page says what is left. */
const box = document.querySelector<HTMLElement>('[data-until]');
const place = box?.querySelector<HTMLElement>('[data-left]');

if (box && place) {
  const { until = '', now = '' } = box.dataset;
  const began = performance.now();
  const wholeMs = Date.parse(until) - Date.parse(now);

  const words = (ms: number): string => {
    const seconds = Math.floor(ms / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    if (hours) return `${hours} 小時 ${minutes} 分`;
    return minutes >= 5 ? `${minutes} 分鐘` : `${minutes} 分 ${seconds % 60} 秒`;
  };

  const tick = (): void => {
    const left = wholeMs - (performance.now() - began);
    if (left <= 0) return location.reload();
    const text = words(left);
    if (place.textContent !== text) place.textContent = text;
    box.toggleAttribute('data-soon', left < 30 * 60 * 1000);
    // By the second only at the end; a sleeping device catches up when it wakes.
    window.setTimeout(tick, left < 5 * 60 * 1000 ? 1000 : 10_000);
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && wholeMs - (performance.now() - began) <= 0) location.reload();
  });
  tick();
}

export {};
