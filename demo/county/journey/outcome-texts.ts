/**
 * What a resident is told about the transfer from MyData: one entry for every return code of the interface profile
 * mydata-1, for a package that was refused, and for the states in between. Each says what happened, that nothing was
 * lost, and what to do now.
 */
import { text } from '../text/text.ts';
import { joined, kept, ourFault } from './outcome-text.ts';
import type { OutcomeText } from './outcome-text.ts';

export const transferOutcomes = {
  started: {
    tone: 'info',
    title: text('您還沒有完成 MyData 的步驟', 'You have not finished the steps at MyData'),
    what: text(
      '您上次前往 MyData 平臺後，還沒有收到結果，目前沒有帶入任何資料。',
      'You went to the MyData platform and no result has come back yet. No data has been brought in.',
    ),
    next: joined(
      kept,
      text(
        '您可以重新前往 MyData，也可以直接在下面自己填寫。',
        'You can go to MyData again, or fill in the form below by hand.',
      ),
    ),
    actions: ['again', 'manual'],
  },
  fetching: {
    tone: 'info',
    title: text('正在接收您的資料', 'Receiving your data'),
    what: text(
      '您已經同意傳送，本府正在向 MyData 平臺取得資料並檢查是否正確，通常不到一分鐘。',
      'You agreed to the transfer. We are fetching your data from MyData and checking it; this usually takes less than a minute.',
    ),
    next: text(
      '請稍候，完成後表單會自動出現。不想等的話，可以先自己填寫；資料送到時會再帶入，您填的內容會保留。',
      'Please wait a moment; the form appears by itself. If you would rather not wait, start filling it in; what arrives is added, and what you typed is kept.',
    ),
    actions: ['manual'],
  },
  preparing: {
    tone: 'info',
    title: text('資料還在準備中', 'Your data is being prepared'),
    what: text(
      '您已經同意傳送。提供資料的機關需要一些時間準備，準備好會自動帶入下面的表單，您不用再做什麼。',
      'You agreed to the transfer. The agency takes some time to prepare the data; it is then filled into the form below by itself.',
    ),
    next: text(
      '您可以先填其他題目；也可以關掉這一頁，MyData 平臺會在準備好時用電子郵件通知您，再用同一個瀏覽器回到這一頁就可以。',
      'Answer the other questions meanwhile; or close this page. MyData tells you by e-mail when it is ready, and you come back to this page in the same browser.',
    ),
    actions: [],
  },
  expired: {
    tone: 'warning',
    title: text('資料沒有在 8 小時內準備好', 'The data was not ready within 8 hours'),
    what: text(
      '為了保護您的資料，MyData 平臺最多保管 8 小時。這次機關沒有來得及準備好，所以沒有帶入任何資料。',
      'To protect you, MyData keeps data for 8 hours at most. The agency did not have it ready in time, so nothing was brought in.',
    ),
    next: joined(
      kept,
      text(
        '請重新用 MyData 取一次，或在下面自己填寫，一樣可以申請。',
        'Please fetch it again from MyData, or fill in the form below by hand; your application is treated the same.',
      ),
    ),
    actions: ['again', 'manual'],
  },
  filled: {
    tone: 'success',
    title: text('資料已經帶入表單', 'Your data has been filled in'),
    what: text('每一項都標明是哪個機關、什麼時候提供的。', 'Each value shows which agency supplied it, and when.'),
    next: text(
      '如果有不對的地方，可以在該項旁邊註明，也會告訴您要找哪個機關更正。',
      'Where something is wrong, you can note it beside the value and learn which agency corrects it.',
    ),
    actions: [],
  },
  201: {
    tone: 'warning',
    title: text('這份資料已經領取過了', 'This data was already collected'),
    what: text(
      '為了保護您的資料，MyData 每次同意只能領取一次，因此這次沒有帶入。',
      'To protect you, MyData hands out data once for each consent, so nothing was brought in this time.',
    ),
    next: joined(kept, text('請再用 MyData 試一次，或自己填寫。', 'Please use MyData again, or fill in by hand.')),
    actions: ['again', 'manual'],
  },
  205: {
    tone: 'info',
    title: text('您選擇不傳送資料', 'You chose not to send your data'),
    what: text('MyData 平臺沒有傳送任何資料給本府。', 'MyData sent us nothing.'),
    next: joined(
      kept,
      text(
        '請直接在下面自己填寫，一樣可以申請；改變心意時，也可以再用 MyData 試一次。',
        'Please fill in the form below by hand; your application is treated the same. If you change your mind, you can use MyData again.',
      ),
    ),
    actions: ['manual', 'again'],
  },
  206: {
    tone: 'warning',
    title: text('今天已經不能再取這項資料', 'No more of this data can be had today'),
    what: text(
      'MyData 平臺回覆，這次要的資料已經到了提供機關每天的上限，因此沒有傳送任何資料。',
      'MyData answered that the agency’s daily limit for this data is reached, so nothing was sent.',
    ),
    next: joined(kept, text('請明天再試一次，或自己填寫。', 'Please try again tomorrow, or fill in by hand.')),
    actions: ['manual', 'again'],
  },
  400: ourFault(
    text('本站送出的要求有錯誤', 'Our request was not correct'),
    text(
      'MyData 平臺看不懂本站送去的內容，沒有傳送資料。',
      'MyData could not read what this site sent, so no data was transferred.',
    ),
  ),
  401: ourFault(
    text('本站沒有取得這些資料的許可', 'This site is not allowed to ask for this data'),
    text(
      'MyData 平臺不認得本站，或這項服務沒有登記要用這些資料，因此沒有傳送。',
      'MyData does not know this site, or this service is not registered for this data, so nothing was transferred.',
    ),
  ),
  403: ourFault(
    text('這項服務還不能使用 MyData', 'This service cannot use MyData yet'),
    text(
      '這項服務在 MyData 平臺上沒有可以使用的資料，或領取的期限已過，因此沒有傳送。',
      'At MyData this service has no data to ask for, or the time to collect it is over, so nothing was transferred.',
    ),
  ),
  404: ourFault(
    text('本站的返回網址和登記的不同', 'Our return address is not the registered one'),
    text('為了安全，MyData 平臺停止了這次傳送。', 'For safety MyData stopped the transfer.'),
  ),
  408: {
    tone: 'warning',
    title: text('等候太久，已經自動結束', 'The session ended after a long wait'),
    what: text(
      '您在 MyData 平臺停留了一段時間沒有操作，為了安全，平臺自動結束，沒有傳送資料。',
      'Nothing was done at MyData for a while. For safety it ended the session and sent no data.',
    ),
    next: joined(
      kept,
      text(
        '請準備好驗證身分要用的卡片或手機，再試一次；也可以自己填寫。',
        'Have the card or phone you prove your identity with at hand and try again, or fill in by hand.',
      ),
    ),
    actions: ['again', 'manual'],
  },
  409: {
    tone: 'warning',
    title: text('驗證身分的人和申請人不同', 'Another person proved identity'),
    what: text(
      '您在本站輸入的身分證統一編號，和在 MyData 平臺驗證身分的人不是同一位，所以沒有傳送資料。',
      'The national id entered here and the person who proved identity at MyData are not the same, so no data was sent.',
    ),
    next: joined(
      kept,
      text(
        '請確認身分證統一編號沒有打錯，並由申請人本人驗證後再試一次；也可以自己填寫。',
        'Check the national id, and let the applicant prove identity in person; or fill in by hand.',
      ),
    ),
    actions: ['again', 'manual'],
  },
  410: {
    tone: 'warning',
    title: text('本站沒有接到資料', 'This site did not receive the data'),
    what: text(
      'MyData 平臺要把資料交給本府時，本府的系統沒有接上，這次傳送已經取消。不是您操作錯誤。',
      'When MyData was about to hand over the data, our system did not answer, so the transfer was cancelled. You did nothing wrong.',
    ),
    next: joined(
      kept,
      text('請過幾分鐘再試一次，或自己填寫。', 'Please try again in a few minutes, or fill in by hand.'),
    ),
    actions: ['again', 'manual', 'contact'],
  },
  423: {
    tone: 'warning',
    title: text('這項服務在 MyData 上暫停使用', 'This service is suspended at MyData'),
    what: text(
      '目前不能用 MyData 帶入資料，沒有傳送任何資料。',
      'Data cannot be brought in from MyData at present. Nothing was sent.',
    ),
    next: joined(
      kept,
      text(
        '請在下面自己填寫，一樣可以申請。想知道何時恢復，請打電話問我們。',
        'Please fill in the form by hand; your application is treated the same. Call us to learn when it resumes.',
      ),
    ),
    actions: ['manual', 'contact'],
  },
  501: {
    tone: 'warning',
    title: text('有資料已經停止提供', 'Some data is no longer supplied'),
    what: text(
      'MyData 平臺回覆，這次要的資料有一項，提供機關已經停止提供。因為不能只傳一部分，這次沒有傳送任何資料。',
      'MyData answered that an agency has stopped supplying a part of this data. As a part cannot be sent alone, nothing was sent.',
    ),
    next: joined(
      kept,
      text(
        '請在下面自己填寫，一樣可以申請；也請打電話告訴我們下方的代碼。',
        'Please fill in the form by hand; your application is treated the same. If you can, call us with the code below.',
      ),
    ),
    actions: ['manual', 'contact'],
  },
  429: {
    tone: 'warning',
    title: text('資料來不及準備好', 'The data was not ready in time'),
    what: text(
      '提供資料的機關還在準備，這次沒有帶入資料。',
      'The agency was still preparing your data, so nothing was brought in.',
    ),
    next: joined(
      kept,
      text('請過幾分鐘再試一次，或自己填寫。', 'Please try again in a few minutes, or fill in by hand.'),
    ),
    actions: ['again', 'manual'],
  },
  504: {
    tone: 'warning',
    title: text('有資料暫時拿不到', 'Some data could not be had'),
    what: text(
      '提供資料的機關目前沒有回應。因為不能只傳一部分，這次沒有傳送任何資料。',
      'An agency that holds your data did not answer. As a part cannot be sent alone, nothing was sent.',
    ),
    next: joined(kept, text('請過一段時間再試一次，或自己填寫。', 'Please try again later, or fill in by hand.')),
    actions: ['again', 'manual'],
  },
  package: {
    tone: 'error',
    title: text('收到的資料沒有通過檢查', 'The data did not pass our check'),
    what: text(
      '我們收到後會檢查資料是否真的由機關簽發、有沒有被改過。這次沒有通過，所以沒有使用，也沒有留存。',
      'We check that the data was really signed by the agency and not altered. This time it did not pass, so we neither used nor kept it.',
    ),
    next: joined(
      kept,
      text(
        '請再用 MyData 取一次，或自己填寫。如果又發生，請打電話告訴我們。',
        'Please fetch it again from MyData, or fill in by hand. If it happens again, please call us.',
      ),
    ),
    actions: ['again', 'manual', 'contact'],
  },
  'not-called': {
    tone: 'warning',
    title: text('本站沒有接到資料', 'This site did not receive the data'),
    what: text(
      'MyData 平臺說您已經同意傳送，但平臺沒有把資料交給本府，我們問過之後仍然沒有。不是您操作錯誤。',
      'MyData says that you agreed, but did not hand the data over to us, nor after we asked. You did nothing wrong.',
    ),
    next: joined(
      kept,
      text('請過幾分鐘再試一次，或自己填寫。', 'Please try again in a few minutes, or fill in by hand.'),
    ),
    actions: ['again', 'manual', 'contact'],
  },
  unmatched: {
    tone: 'warning',
    title: text('這個瀏覽器沒有這次的申請紀錄', 'This browser has no record of that visit to MyData'),
    what: text(
      '您從 MyData 平臺回來了，但本站認不出是哪一份表單，可能是換了瀏覽器、換了裝置，或超過時間。為了保護您，資料只會帶入開始申請的瀏覽器，這次沒有帶入任何資料。',
      'You came back from MyData, but we cannot tell to which form: another browser or device, or the time was over. To protect you, data is only brought into the browser that began; nothing was brought in this time.',
    ),
    next: text(
      '請在這裡重新使用 MyData，全程用同一個瀏覽器；也可以自己填寫。如果是別人傳給您的連結，請不要再使用。',
      'Use MyData again from here, in one and the same browser, or fill in by hand. If somebody sent you the link, do not use it again.',
    ),
    actions: ['again', 'manual'],
  },
  unknown: {
    tone: 'error',
    title: text('這次沒有帶入資料', 'No data was brought in this time'),
    what: text(
      'MyData 平臺沒有傳送資料，並回覆了本站不認得的代碼。',
      'MyData sent no data, and answered with a code that this site does not know.',
    ),
    next: joined(
      kept,
      text(
        '您可以再試一次，或自己填寫；需要協助時請打電話給我們，並告訴我們代碼。',
        'You can try again or fill in by hand; if you need help, call us with the code.',
      ),
    ),
    actions: ['again', 'manual', 'contact'],
  },
} satisfies { readonly [key: string | number]: OutcomeText };

export type OutcomeKey = keyof typeof transferOutcomes;
