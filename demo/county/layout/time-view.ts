import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { dateText, timeText } from '../text/dates.ts';
import { language } from './language.ts';

/** A point in time that breaks only between the day and the hour. */
export const timeView = (iso: string): TemplateResult =>
  html`<time datetime=${iso}
    ><span class="nowrap">${dateText(language(), iso)}</span>
    <span class="nowrap">${timeText(language(), iso)}</span></time
  >`;
