/** How late a process is with its work. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 20;

/** → the worst of the time since it was asked last, in milliseconds */
export function lateness(): { readonly lateMs: () => number; readonly stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  return {
    lateMs() {
      const worst = delay.max / 1e6 - resolution;
      delay.reset();
      return Math.max(0, worst);
    },
    stop: () => void delay.disable(),
  };
}
