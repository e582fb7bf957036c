import type { UploadedFile } from '#schemas/wire/county-api.ts';
import { servicePath } from './county-api.ts';
import { CountyError, countyErrorFrom } from './county-error.ts';

export interface UploadOptions {
  readonly signal?: AbortSignal;
  /** 0 to 1, while bytes leave. */
  readonly onProgress?: (share: number) => void;
}

/**
 * `POST {api}/services/{service}/draft/files?field=`. By XMLHttpRequest, because `fetch` tells nothing of upload progress.
 * Rejects with `CountyError` (413 `file-too-large`, 415 `file-type`, `network`) or the signal's reason.
 */
export function uploadFile(
  api: string,
  service: string,
  field: string,
  file: File,
  { signal, onProgress }: UploadOptions = {},
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const body = new FormData();
    body.append('file', file, file.name);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onabort = () => reject(signal?.reason ?? new DOMException('', 'AbortError'));
    request.onerror = () => reject(new CountyError('network', 0));
    request.onload = () => {
      let json: unknown;
      try {
        json = JSON.parse(request.responseText);
      } catch {
        return reject(new CountyError('unreadable', request.status));
      }
      if (request.status >= 200 && request.status < 300) resolve(json as UploadedFile);
      else reject(countyErrorFrom(request.status, json));
    };
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    request.open(
      'POST',
      `${api.replace(/\/$/, '')}${servicePath(service, '/draft/files')}?field=${encodeURIComponent(field)}`,
    );
    request.setRequestHeader('x-mydata-request', '1');
    request.send(body);
  });
}
