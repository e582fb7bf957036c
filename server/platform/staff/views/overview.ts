/** What waits, what is down, what falls due. */
import { html } from 'hono/html';
import { levelWords } from '#server/space/words.ts';
import type { Level } from '#server/space/space.ts';
import { platformKindNames, type PlatformKind } from '../../space.ts';
import type { Staff } from '../session.ts';
import { consolePage } from './console-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface Tile {
  readonly title: string;
  readonly count: number;
  /** What is counted, 件 or 則. */
  readonly unit: string;
  /** A sentence of its own. */
  readonly words: string;
  readonly href: string;
  /** Somebody should act. */
  readonly wants: boolean;
}

/** For the platform's people: counts with a link each, and what is nearly full. Nothing here names a person. */
export const overviewView = ({
  staff,
  test,
  tiles,
  space,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly tiles: readonly Tile[];
  /** What is nearly full or full. */
  readonly space: readonly Level<PlatformKind>[];
}): Html =>
  consolePage({
    staff,
    test,
    title: '總覽',
    current: 'overview',
    body: html`
      ${
        space.length
          ? html`<section aria-labelledby="space">
              <h2 id="space">儲存空間快滿了</h2>
              <ul>
                ${space.map((level) => html`<li>${levelWords(level, platformKindNames[level.kind])}</li>`)}
              </ul>
            </section>`
          : ''
      }
      <ul class="tiles">
        ${tiles.map(
          ({ title, count, unit, words, href, wants }) =>
            html`<li class="${wants ? 'wants' : ''}">
              <h2><a href="${href}">${title}</a></h2>
              <p class="count">${count} <span class="unit">${unit}</span></p>
              <p>${words}</p>
            </li>`,
        )}
      </ul>
    `,
  });
