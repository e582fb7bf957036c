/** 填寫 and 確認: hosts `<mydata-form>` under a notice that says what became of the transfer from MyData. */
import '#components/define/mydata-form.ts';
import { applyPage } from '../journey/apply-page.ts';

applyPage();
