/** The services of several folders, one per county or department: in the order of the folders, no id twice. */
import { problem } from '#schemas/form/problem.ts';
import { loadServices, ServiceFilesError, type LoadedService } from './load-services.ts';

/** Throws `ServiceFilesError`. */
export async function loadFolders(folders: readonly string[]): Promise<readonly LoadedService[]> {
  const services = (await Promise.all(folders.map(loadServices))).flat();
  const ids = services.map(({ service }) => service.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  if (twice.length) {
    throw new ServiceFilesError(
      twice.map((id) => ({
        file: `${id}/service.json`,
        ...problem(
          '/id',
          'service-twice',
          `另一個資料夾也有代號「${id}」的服務。`,
          `Another folder has a service "${id}" too.`,
        ),
      })),
    );
  }
  return services;
}
