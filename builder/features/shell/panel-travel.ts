/** F6: from panel to panel, also where they do not lie beside each other. */
import { firstStop } from '../focusable.ts';
import type { Desk } from './desk.ts';

/** What there is to go to, one after the other; what was refused only where it can be mended. */
function panelsOf({ view, renderRoot }: Desk): readonly HTMLElement[] {
  const names =
    view === 'edit'
      ? ['.bar', 'mydata-builder-palette', 'mydata-builder-canvas', '.side', '.refused']
      : ['.bar', '.panel', '.refused'];
  return names
    .flatMap((name) => renderRoot.querySelector<HTMLElement>(name) ?? [])
    .filter((one) => !one.matches('.refused') || firstStop(one));
}

/** Round and round; from nowhere to where one works. */
function after(panels: readonly HTMLElement[], back: boolean): HTMLElement | undefined {
  const at = panels.findIndex((panel) => panel.matches(':focus-within'));
  if (at < 0) return panels.find((one) => one.matches('mydata-builder-canvas, .panel'));
  return panels[(at + (back ? -1 : 1) + panels.length) % panels.length];
}

export function toNextPanel(desk: Desk, back: boolean): void {
  const to = after(panelsOf(desk), back);
  if (!to) return;
  desk.drawer = drawerOf(to);
  void desk.updateComplete.then(() => enter(to));
}

const drawerOf = (panel: HTMLElement): Desk['drawer'] =>
  panel.localName === 'mydata-builder-palette' ? 'palette' : panel.matches('.side') ? 'side' : undefined;

function enter(panel: HTMLElement): void {
  // Those know themselves where one was.
  if (panel.matches('mydata-builder-palette, mydata-builder-canvas')) return panel.focus();
  // The tabs of the settings are one key further back.
  const inside = panel.matches('.bar')
    ? panel.querySelector('[aria-current]')?.parentElement
    : panel.querySelector('#side');
  firstStop(inside ?? panel.shadowRoot ?? panel)?.focus();
}
