/** One line of the finder: something to do, or somewhere to go. */
import type { Action } from './action.ts';
import type { BuilderContext } from '../builder-context.ts';
import type { Ref } from '../../model/locate.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';

export interface Choice {
  readonly name: string;
  /** Smaller, behind the name. */
  readonly note?: string;
  readonly keys?: string;
  readonly does:
    | { readonly what: 'action'; readonly action: Action }
    | { readonly what: 'go'; readonly ref: Ref }
    | { readonly what: 'dataset'; readonly dataset: PaletteDataset }
    | { readonly what: 'run'; readonly run: (builder: BuilderContext) => void };
}
