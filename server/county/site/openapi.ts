/** The site's addresses, as its `site.json` names them. */
import type { Site, SitePage } from './site.ts';
import { file, html, nothing, pathParameter, service, type Json } from '../openapi/parts.ts';

const page = (operationId: string, summary: string, parameters: readonly Json[] = []): Json => ({
  get: {
    operationId,
    tags: ['pages'],
    summary,
    ...(parameters.length && { parameters }),
    responses: { 200: { description: 'HTML', content: html }, 404: nothing('No such page.') },
  },
});

const whose: { readonly [whom in NonNullable<SitePage['for']>]: string } = {
  clerk: '; 303 to the sign-in page without a clerk',
  designer: '; 303 to the sign-in page without staff',
};

const own = ({ path, file, for: whom }: SitePage, index: number): readonly [path: string, Json] => [
  path.replace(/:(\w+)/g, '{$1}'),
  page(
    `page${index + 1}`,
    `${file}${whom ? whose[whom] : ''}`,
    [...path.matchAll(/:(\w+)/g)].map(([, name = '']) =>
      name === 'service' ? service : pathParameter(name, 'An id.'),
    ),
  ),
];

export const blankForms: Json = {
  '/blank-forms/{service}': page('blankForm', 'The form on paper, to be printed and filled in with a pen', [service]),
  '/blank-forms/assets/blank.css': {
    get: {
      operationId: 'blankStyle',
      tags: ['pages'],
      summary: 'Style sheet',
      responses: { 200: file('CSS.', 'text/css') },
    },
  },
};

/** HTML pages with their parameters, and the files beside them; none is part of the JSON interface. */
export const pagesOf = ({ pages }: Site): Json => ({
  ...Object.fromEntries(pages.map(own)),
  '/assets/{name}': page('asset', 'Script, style, image; its name changes with its content', [
    pathParameter('name', 'Path below /assets.'),
  ]),
  '/{name}': page('siteFile', 'favicon and robots.txt', [pathParameter('name', '`favicon.ico` or `robots.txt`.')]),
});

export const playgroundPages: Json = {
  '/playground': page('playgroundFolder', 'Leads to /playground/'),
  '/playground/': page('playground', 'A page per element and state, with invented data; test environment only'),
  '/playground/validator.js': page('playgroundValidator', 'What the sample form is checked with'),
  '/playground/assets/{name}': page('playgroundAsset', 'Script or style; its name changes with its content', [
    pathParameter('name', 'Path below /playground/assets.'),
  ]),
};
