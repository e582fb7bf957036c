import { test } from 'node:test';
import assert from 'node:assert/strict';
import { escapeMarkup } from './markup.ts';

test('nothing in a text is taken for markup', () => {
  assert.equal(
    escapeMarkup(`<b title="a" id='b'>&amp;</b>`),
    '&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;amp;&lt;/b&gt;',
  );
  assert.equal(escapeMarkup('嘉義縣 $& 王小明'), '嘉義縣 $&amp; 王小明');
});
