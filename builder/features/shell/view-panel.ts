/** What stands in place of palette, canvas and settings, by the view that is open. */
import { html, nothing } from 'lit';
import type { BuilderContext } from '../builder-context.ts';
import type { keptViews } from './views.ts';

type Panels = { readonly [view in Exclude<(typeof keptViews)[number], 'edit'>]: (builder: BuilderContext) => unknown };

const panels: Panels = {
  mapping: (builder) => html`<mydata-builder-mapping class="panel" .builder=${builder}></mydata-builder-mapping>`,
  rules: (builder) => html`<mydata-builder-rules class="panel" .builder=${builder}></mydata-builder-rules>`,
  preview: (builder) => html`<mydata-builder-preview class="panel" .builder=${builder}></mydata-builder-preview>`,
  history: (builder) => html`<mydata-builder-history class="panel" .builder=${builder}></mydata-builder-history>`,
  review: (builder) => html`<mydata-builder-review class="panel" .builder=${builder}></mydata-builder-review>`,
  publish: (builder) => html`<mydata-builder-publish class="panel" .builder=${builder}></mydata-builder-publish>`,
  versions: (builder) => html`<mydata-builder-versions class="panel" .builder=${builder}></mydata-builder-versions>`,
  kept: (builder) => html`<mydata-builder-kept class="panel" .builder=${builder}></mydata-builder-kept>`,
};

export const viewPanel = (view: string, builder: BuilderContext): unknown =>
  Object.hasOwn(panels, view) ? panels[view as keyof Panels](builder) : nothing;
