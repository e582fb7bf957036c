/** README.txt of a resident's archive: what is in it, how to open it, how anyone can check that it is unchanged. */
import { taipeiTime } from '../messages/texts/letter.ts';
import type { ArchivedDataset } from './archived-dataset.ts';

export interface ListedDataset extends ArchivedDataset {
  readonly folder: string;
  readonly names: readonly string[];
}

const results = {
  had: '',
  'no-record': '查無資料：機關沒有您的這項紀錄',
  failed: '這次無法取得，可以再下載一次',
} as const;

/** Lines end in `\n`. It names datasets, agencies and files, never the person or what the data says. */
export const readMeText = (datasets: readonly ListedDataset[], at: Date): string =>
  `MyData 自行下載的資料
下載時間：${taipeiTime(at)}（臺灣時間）

一、裡面有什麼
${datasets.map(lineOf).join('\n')}

二、怎麼打開
1. 請先把整個壓縮檔解開（在檔案上按右鍵，選「解壓縮全部」；手機點一下檔案即可）。
2. PDF 文件打開時若要求密碼，請輸入您本人的身分證統一編號（居留證號碼），第一個英文字母要大寫。
3. JSON 是給電腦讀的資料，用記事本就能打開；CSV 可用試算表軟體打開。

三、怎麼確認資料是機關提供、沒有被改過
每一個資料夾裡都有 META-INFO 資料夾，請不要更動：
  manifest.xml            各檔案的 SHA-256 摘要值
  manifest.sha256withrsa  機關對 manifest.xml 的數位簽章
  certificate.cer         機關的憑證
依下列四個步驟檢查（需要 OpenSSL，在該資料夾內執行）：
1. 憑證有效：
   openssl x509 -inform DER -in META-INFO/certificate.cer -noout -subject -issuer -dates
   並以政府憑證管理中心的上層憑證驗證其憑證鏈（若 certificate.cer 是文字檔，請去掉 -inform DER）。
2. 取出公鑰：
   openssl x509 -inform DER -in META-INFO/certificate.cer -noout -pubkey > agency.pem
3. 簽章正確：
   openssl dgst -sha256 -verify agency.pem -signature META-INFO/manifest.sha256withrsa META-INFO/manifest.xml
   顯示 Verified OK 就是正確。
4. 檔案沒有改過：算出每個檔案的 SHA-256，與 manifest.xml 所列的 digest 比對：
   openssl dgst -sha256 檔案名稱

四、請保管好
平臺已經刪除這份資料的副本，只有您的裝置上有。請存放在自己的裝置；使用公用電腦時，帶走檔案後請記得刪除。
畫面上的預覽只供您本人查看，不能列印作為證明。要向機關或銀行申辦時，請從該單位的服務使用 MyData 直接傳送，
承辦單位才能確認資料的來源。

This archive holds your own data as the agencies signed it, one folder per dataset. A PDF that asks for a password opens
with your national id number, first letter a capital. To check a folder: the certificate, then the signature over
META-INFO/manifest.xml, then each file's SHA-256 digest. Our copy is deleted.
`;

const lineOf = ({ dataset, result, folder, names }: ListedDataset): string => {
  const head = `・${dataset.name['zh-Hant']}（${dataset.agency['zh-Hant']}）`;
  if (result !== 'had') return `${head}\n    ${results[result]}`;
  const own = names.filter((name) => !name.startsWith('META-INFO/'));
  return own.length ? `${head}\n    資料夾：${folder}\n    檔案：${own.join('、')}` : `${head}\n    壓縮檔：${folder}`;
};
