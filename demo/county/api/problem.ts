import type { ApiError } from '../../../schemas/wire/county-api.ts';

/** The county app did not give what was asked. `status` 0: it could not be reached at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
  }

  static async from(response: Response): Promise<ApiProblem> {
    const body = (await response.json().catch(() => undefined)) as Partial<ApiError> | undefined;
    return new ApiProblem(response.status, body?.error?.code ?? 'unexpected');
  }
}
