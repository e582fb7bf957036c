import './frames.browser.ts';
