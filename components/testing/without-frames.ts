/**
 * A page as it is behind another one: hidden, without frames, and so without what browsers do once a frame (observers of size
 * and of sight, ends of transitions). Timers and events go on. Tests only. → puts everything back
 */
export function withoutFrames(): () => void {
  class Never {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): [] {
      return [];
    }
  }
  const { requestAnimationFrame, IntersectionObserver, ResizeObserver } = window;
  Object.assign(window, { requestAnimationFrame: () => 0, IntersectionObserver: Never, ResizeObserver: Never });
  Object.defineProperties(document, {
    hidden: { configurable: true, value: true },
    visibilityState: { configurable: true, value: 'hidden' },
  });
  const quiet = (event: Event): void => event.stopImmediatePropagation();
  const ends = ['transitionend', 'animationend'];
  for (const type of ends) addEventListener(type, quiet, true);
  document.dispatchEvent(new Event('visibilitychange'));
  return () => {
    Object.assign(window, { requestAnimationFrame, IntersectionObserver, ResizeObserver });
    for (const type of ends) removeEventListener(type, quiet, true);
    const own = document as { hidden?: boolean; visibilityState?: string };
    delete own.hidden;
    delete own.visibilityState;
  };
}
