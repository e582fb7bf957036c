/** Which page of which service an address names, and the other way round. Addresses hold nothing of the person. */
export type ServicePage = 'description' | 'consent' | 'sign' | 'apply' | 'done';

const pattern = /^\/services\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/(consent|sign|apply|done))?\/?$/;

export function parseServicePath(pathname: string): { service: string; page: ServicePage } | undefined {
  const match = pattern.exec(pathname);
  if (!match?.[1]) return undefined;
  return { service: match[1], page: (match[2] as ServicePage | undefined) ?? 'description' };
}

export function servicePath(service: string, page: ServicePage = 'description'): string {
  const base = `/services/${encodeURIComponent(service)}`;
  return page === 'description' ? base : `${base}/${page}`;
}

/** The service of the page that is open; the empty text is a service that nobody offers, so the page says it is unknown. */
export const serviceHere = (): string => parseServicePath(location.pathname)?.service ?? '';
