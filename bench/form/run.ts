/** Measures the form page in Chromium, → figures for 30 and 300 fields. */
import { inChromium } from '../in-chromium.ts';

export interface FormFigures {
  readonly fields: number;
  readonly mount: { readonly kit: number; readonly plain: number };
  readonly fill: { readonly kit: number; readonly plain: number };
  readonly type: { readonly kit: number; readonly plain: number };
}

export const benchForm = (runs: number): Promise<FormFigures[]> =>
  inChromium(new URL('page.ts', import.meta.url).pathname, async (page) => {
    const figures: FormFigures[] = [];
    for (const count of [30, 300]) {
      figures.push(
        await page.evaluate(
          ({ count, runs }) =>
            (window as unknown as { measure(count: number, runs: number): Promise<FormFigures> }).measure(count, runs),
          { count, runs },
        ),
      );
    }
    return figures;
  });
