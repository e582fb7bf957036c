/** Measures the builder in Chromium with a long form. */
import { inChromium } from '../in-chromium.ts';

export interface BuilderFigures {
  readonly questions: number;
  readonly open: number;
  readonly add: number;
  readonly move: number;
  readonly undo: number;
  readonly type: number;
}

export const benchBuilder = (questions: number, runs: number): Promise<BuilderFigures> =>
  inChromium(new URL('page.ts', import.meta.url).pathname, (page) =>
    page.evaluate(
      ([count, times]) =>
        (window as unknown as { measure(count: number, runs: number): Promise<BuilderFigures> }).measure(count, times),
      [questions, runs] as const,
    ),
  );
