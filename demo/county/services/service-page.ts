/** What the pages of one service share: which service it is, its detail loaded once, its title. */
import type { TemplateResult } from 'lit';
import { getService } from '../api/county-api.ts';
import { loading, settle } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';
import { loadedView } from '../api/loaded-view.ts';
import { serviceHere } from '../journey/service-path.ts';
import type { StationId } from '../journey/steps.ts';
import { stepsView } from '../journey/steps-view.ts';
import { showPage } from '../layout/page.ts';
import { text } from '../text/text.ts';
import type { ServiceDetail } from '#schemas/wire/county-api.ts';
import type { Text } from '#schemas/text.ts';

export interface ServicePageParts {
  readonly title: Text;
  readonly station: () => StationId;
  readonly content: (service: ServiceDetail) => TemplateResult;
  readonly loaded?: (service: ServiceDetail) => void;
}

export function showServicePage({ title, station, content, loaded }: ServicePageParts): { redraw(): void } {
  const id = serviceHere();
  let service: Loaded<ServiceDetail> = loading;

  const load = async (): Promise<void> => {
    service = loading;
    page.redraw();
    service = await settle(getService(id));
    page.redraw();
    if (service.state === 'ready') loaded?.(service.value);
  };

  const page = showPage({
    title: () => {
      if (service.state !== 'ready') return title;
      const { name } = service.value;
      return text(`${name['zh-Hant']}：${title['zh-Hant']}`, `${name.en}: ${title.en}`);
    },
    trail: () => stepsView(station(), id),
    content: () => loadedView(service, () => void load(), content),
  });

  void load();
  return page;
}
