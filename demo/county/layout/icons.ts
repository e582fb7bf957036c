/** Drawings that stand beside words; never instead of them. */
import { svg, html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

const icon = (path: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${path}</svg>`;

export const arrowIcon = icon(svg`<path d="M5 12h13M13 6l6 6-6 6" />`);
export const checkIcon = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`);
export const infoIcon = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 11v5.5M12 7.4v.2" />`);
export const alertIcon = icon(svg`<path d="M12 4 2.8 20h18.4Z" /><path d="M12 10v4.5M12 17.2v.2" />`);
export const searchIcon = icon(svg`<circle cx="10.5" cy="10.5" r="6.5" /><path d="m15.5 15.5 5 5" />`);
export const shieldIcon = icon(
  svg`<path d="M12 3 4.5 6v5.5c0 4.6 3.2 8 7.5 9.5 4.3-1.5 7.5-4.9 7.5-9.5V6Z" /><path d="m8.5 12 2.5 2.5 4.5-5" />`,
);
export const penIcon = icon(svg`<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19Z" /><path d="m14 6.5 3.5 3.5" />`);
export const phoneIcon = icon(
  svg`<path d="M5 4h4l1.7 4.3-2.4 1.7a12 12 0 0 0 5.7 5.7l1.7-2.4L20 15v4a1.6 1.6 0 0 1-1.7 1.6A15.3 15.3 0 0 1 3.400 5.700 1.600 1.600 0 0 1 5 4Z" />`,
);
