/** A published form of the builder becomes an application. */
import { html } from 'hono/html';
import type { FileMistake } from '../import-form.ts';
import type { Staff } from '../../staff/session.ts';
import { consolePage } from '../../staff/views/console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { csrfField, textField } from '../../staff/views/fields.ts';
import type { Html } from '../../site/views/page.ts';

/**
 * For people of a joined organisation. Mistakes name file, line and JSON Pointer; the files must be chosen again then.
 */
export const importView = ({
  staff,
  test,
  mistakes = [],
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly mistakes?: readonly FileMistake[];
}): Html =>
  consolePage({
    staff,
    test,
    title: '從已發布的表單匯入',
    current: 'portal',
    styles: ['portal.css'],
    body: html`
      ${
        mistakes.length
          ? errorSummary(
              '檔案裡有錯，沒有匯入任何內容',
              mistakes.map(({ file, line, path, text }) => ({
                field: file === 'form.json' ? 'formFile' : 'serviceFile',
                text: `${file} 第 ${line} 行${path ? ` ${path}` : ''}：${text}`,
              })),
            )
          : ''
      }
      <p>
        選擇表單設計工具匯出的檔案（一個檔案就有服務和表單），或已發布的 service.json 和
        form.json。服務名稱、目的、依據、條款會照著填好，資料集與欄位由表單真正用到的題目算出；匯入後還可以修改，補上網址再送出。
      </p>
      <form method="post" action="/portal/import" enctype="multipart/form-data" class="application" novalidate>
        ${csrfField(staff)}
        ${textField({ name: 'serviceFile', label: '表單檔，或 service.json', type: 'file', accept: '.json,application/json' })}
        ${textField({ name: 'formFile', label: 'form.json（分成兩個檔案時才要選）', type: 'file', accept: '.json,application/json' })}
        <p class="actions"><button>匯入</button> <a href="/portal">取消</a></p>
      </form>
    `,
  });
