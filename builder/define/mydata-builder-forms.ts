import { define } from '#components/define/define.ts';
import { BuilderForms } from '../features/forms/forms-list.ts';
import { BuilderNotices } from '../features/forms/notice-list.ts';

define('mydata-builder-forms', BuilderForms);
define('mydata-builder-notices', BuilderNotices);
