/** What waits, what is down, what falls due. */
import { html } from 'hono/html';
import type { Staff } from '../../staff/session.ts';
import { consolePage } from '../console-page.ts';
import type { Html } from '../page.ts';

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

export const overviewView = ({
  staff,
  test,
  tiles,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly tiles: readonly Tile[];
}): Html =>
  consolePage({
    staff,
    test,
    title: '總覽',
    current: 'overview',
    body: html`
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
