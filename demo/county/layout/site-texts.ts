import { text } from '../text/text.ts';

export const siteTexts = {
  siteName: text('嘉義縣一站式服務網', 'Chiayi County One-Stop Services'),
  fullName: text('嘉義縣一站式服務網（示範）', 'Chiayi County One-Stop Services (demo)'),
  demo: text('示範', 'Demo'),
  demoNotice: text(
    '示範網站：資料皆為虛構，請勿輸入真實的個人資料。',
    'Demo site: all data is invented. Do not enter real personal data.',
  ),
  skip: text('跳到主要內容', 'Skip to main content'),
  top: text('上方導覽區', 'Top navigation'),
  centre: text('主要內容區', 'Main content'),
  bottom: text('頁尾資訊區', 'Footer'),
  mainNav: text('主要選單', 'Main menu'),
  services: text('服務列表', 'Services'),
  progress: text('查詢進度', 'Track application'),
  privacy: text('隱私權聲明', 'Privacy'),
  accessibility: text('無障礙聲明', 'Accessibility'),
  home: text('首頁', 'Home'),
  breadcrumb: text('目前位置', 'You are here'),
  textSize: text('字級', 'Text size'),
  sizes: {
    standard: { short: text('小', 'A'), full: text('標準字級', 'Standard text') },
    large: { short: text('中', 'A+'), full: text('較大字級', 'Large text') },
    largest: { short: text('大', 'A++'), full: text('最大字級', 'Largest text') },
  },
  help: text('需要協助', 'Need help?'),
  helpLine: text('縣內直撥 1999 縣民服務專線', 'Dial 1999 in the county, the residents’ service line'),
  helpCounter: text(
    '也可以到戶籍所在地的鄉、鎮、市公所辦理',
    'You can also apply at the office of the township where you are registered',
  ),
  about: text('關於本站', 'About this site'),
  disclaimer: text(
    '本站是 MyData 串接的示範，不是嘉義縣政府的正式網站。',
    'This site demonstrates the use of MyData. It is not the official site of Chiayi County Government.',
  ),
} as const;
