/** `/samples/archives`: what the whole archive holds, how large it is, and how far its documents are drawn. */
import { html } from 'hono/html';
import type { Archive } from '../../samples/archive.ts';
import { page, type Html } from '../page.ts';
import { sizeWords } from './words.ts';

type Facts = Pick<Archive, 'files' | 'drawn' | 'documents' | 'size' | 'exact'>;

/**
 * `schemas`: how many datasets have fields. While documents are missing the size is called a guess; the download is
 * there all the same.
 */
export const archivePage = (archive: Facts, schemas: number): Html =>
  page({
    title: '整批下載',
    samples: true,
    here: '/samples/archives',
    body: html`<h1>整批下載</h1>
      <p class="lead">所有資料集的欄位定義，和所有測試民眾的樣本檔案，放在一個壓縮檔裡。</p>
      <dl class="facts">
        <div>
          <dt>內容</dt>
          <dd>${archive.files} 個檔案：離線說明頁、資料集清單、${schemas} 份 JSON Schema，以及 JSON、CSV、PDF 樣本</dd>
        </div>
        <div>
          <dt>大小</dt>
          <dd>${archive.exact ? '' : '約 '}${sizeWords(archive.size)}</dd>
        </div>
        <div>
          <dt>PDF 文件</dt>
          <dd>${progress(archive)}</dd>
        </div>
      </dl>
      <p>
        <a class="button" href="/samples/all.zip"
          >下載全部樣本（${archive.exact ? '' : '約 '}${sizeWords(archive.size)}）</a
        >
      </p>
      ${
        archive.exact
          ? ''
          : html`<p class="hint">
              現在就可以下載；等文件都備妥再下載會比較快。<a href="/samples/archives">更新準備進度</a>
            </p>`
      }
      <h2>只要一部分</h2>
      <ul>
        <li><a href="/samples">單一資料集</a>：在資料集的頁面下載它的欄位定義和所有測試民眾的樣本。</li>
        <li><a href="/samples/residents">單一測試民眾</a>：在該民眾的頁面下載他的所有樣本。</li>
        <li><a href="/samples/datasets.json">資料集清單與欄位</a>（JSON），供程式讀取。</li>
      </ul>`,
  });

const progress = ({ drawn, documents, exact }: Facts): Html =>
  exact
    ? html`${documents} 份，已備妥`
    : html`<label for="drawn">準備中，${drawn}／${documents} 份</label>
        <progress id="drawn" value="${drawn}" max="${documents}"></progress>`;
