/** The site's addresses. */
import { nothing, pathParameter, service, type Json } from './parts.ts';

const page = (operationId: string, summary: string, parameters: readonly Json[] = []): Json => ({
  get: {
    operationId,
    tags: ['pages'],
    summary,
    ...(parameters.length && { parameters }),
    responses: { 200: { description: 'HTML', content: { 'text/html': {} } }, 404: nothing('No such page.') },
  },
});

export const pages: Json = {
  '/': page('homePage', 'Home'),
  '/services': page('servicesPage', 'List of services 服務列表'),
  '/services/{service}': page('servicePage', 'One service 服務說明', [service]),
  '/services/{service}/consent': page('consentPage', 'What would be asked of MyData 取用說明', [service]),
  '/services/{service}/sign': page('signPage', 'Signing with the citizen certificate 自然人憑證簽署', [service]),
  '/services/{service}/apply': page('applyPage', 'The form 填寫', [service]),
  '/services/{service}/done': page('donePage', 'Received 完成', [service]),
  '/desk': page('deskPage', 'At the counter 臨櫃受理; 303 to the sign-in page without a clerk'),
  '/builder': page('builderPage', 'Forms 表單; 303 to the sign-in page without staff'),
  '/builder/{form}': page('builderFormPage', 'One form in the builder 表單設計', [
    pathParameter('form', 'Id of the form.'),
  ]),
  '/progress': page('progressPage', 'Progress 進度查詢'),
  '/privacy': page('privacyPage', 'Privacy 隱私權'),
  '/accessibility': page('accessibilityPage', 'Accessibility 無障礙'),
  '/assets/{name}': page('asset', 'Script, style, image; its name changes with its content', [
    pathParameter('name', 'Path below /assets.'),
  ]),
  '/{name}': page('siteFile', 'favicon and robots.txt', [
    pathParameter('name', '`favicon.ico`, `favicon.svg` or `robots.txt`.'),
  ]),
};
