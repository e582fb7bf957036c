/** Public entry: how a page around the elements asks its county, without any element. */
export { callCounty } from './controllers/county-api.ts';
export { CountyError } from './controllers/county-error.ts';
export { getDraft } from './controllers/draft-api.ts';
export { getService } from './controllers/service-api.ts';
