/** The county app's OpenAPI 3.1 document; a test keeps it and the routes in step. */
import type { CountyConfig } from '../config.ts';
import { builderPaths } from '../forms/openapi.ts';
import { counterPaths, staffSandbox } from '../counter/openapi.ts';
import { blankForms, pagesOf, playgroundPages } from '../site/openapi.ts';
import { paths, sandbox } from './paths.ts';
import { schemas } from './shapes.ts';

/**
 * With sandbox paths in the test environment only, and pages only where there is a site. No secret, no setting beyond
 * the address.
 */
export function openApi(config: Pick<CountyConfig, 'publicUrl' | 'environment' | 'site' | 'playground'>) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'County e-service backend 縣市線上申辦',
      version: '1',
      description: 'What a county’s pages and the MyData platform say to the county’s backend.',
    },
    servers: [{ url: config.publicUrl }],
    paths: {
      ...paths,
      ...counterPaths(paths),
      ...builderPaths,
      ...blankForms,
      ...(config.environment === 'test' && { ...sandbox, ...staffSandbox }),
      ...(config.environment === 'test' && config.playground !== undefined && playgroundPages),
      ...(config.site && pagesOf(config.site)),
    } as Record<string, Record<string, unknown>>,
    components: { schemas },
  };
}
