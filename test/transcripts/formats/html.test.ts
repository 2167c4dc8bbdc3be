import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {HtmlValidate} from 'html-validate';
import {parseHTML} from 'linkedom';
import {describe, expect, test} from 'vitest';
import {asHeard} from '../../../source/transcripts/corrections.ts';
import {passagesOf} from '../../../source/transcripts/passages.ts';
import {anyDocument} from '../corpus.ts';
import {anyOptions, renderText, weekly} from './render.ts';

describe('the web page', () => {
	const validator = new HtmlValidate({
		extends: ['html-validate:standard', 'html-validate:a11y'],
		rules: {'long-title': 'off', 'require-sri': 'error'},
	});

	test('is valid and shows every passage', async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, anyOptions, async (document, options) => {
				const page = await renderText('html', document, options);
				const report = await validator.validateString(page);
				expect(report.results.flatMap(({messages}) => messages)).toEqual([]);
				const {document: dom} = parseHTML(page);
				const words = [...dom.querySelectorAll('.words')].map(element => element.textContent);
				const {transcript} = document;
				const wanted = options.original ? asHeard(transcript) : transcript;
				expect(words).toEqual([...passagesOf(wanted, options.unit)].map(({text}) => text));
			}),
			{numRuns: 50},
		);
	});

	test('may run its own script and style, and load nothing', async () => {
		const {document: dom} = parseHTML(await renderText('html', weekly));
		const policy = dom.querySelector('meta[http-equiv]')?.getAttribute('content');
		const hash = (selector: string) =>
			createHash('sha256')
				.update(dom.querySelector(selector)?.textContent ?? '')
				.digest('base64');
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain(`style-src 'sha256-${hash('style')}'`);
		expect(policy).toContain(`script-src 'sha256-${hash('script')}'`);
		expect(dom.querySelectorAll('[src], link, [onclick], iframe')).toHaveLength(0);
	});

	test('links each time to its place', async () => {
		const {document: dom} = parseHTML(await renderText('html', weekly));
		const links = [...dom.querySelectorAll('a.time')];
		expect(links.map(link => link.textContent)).toEqual(['0:00', '0:04', '0:05']);
		for (const link of links) {
			expect(dom.querySelector(link.getAttribute('href') ?? '')).toBe(link.closest('.passage'));
		}
	});

	test('finds words, counts them and goes from one to the next', async () => {
		const {document: dom, Event, HTMLElement} = parseHTML(await renderText('html', weekly));
		const scrolledTo: unknown[] = [];
		HTMLElement.prototype.scrollIntoView = function scrollIntoView() {
			scrolledTo.push(this);
		};
		const script = dom.querySelector('script')?.textContent ?? '';
		// The page's own script, as a browser would run it.
		new Function('document', script)(dom);
		const field = dom.querySelector('input');
		const type = (words: string) => {
			if (field !== null) {
				field.value = words;
				field.dispatchEvent(new Event('input'));
			}
			return [...dom.querySelectorAll('mark')].map(mark => mark.textContent);
		};
		const words = () => [...dom.querySelectorAll('.words')].map(element => element.textContent);
		const before = words();
		const count = () => dom.getElementById('count')?.textContent;

		expect(type('THE')).toEqual(['The', 'the', 'the']);
		expect(count()).toBe('1 of 3');
		dom.getElementById('next')?.click();
		expect(count()).toBe('2 of 3');
		dom.getElementById('previous')?.click();
		dom.getElementById('previous')?.click();
		expect(count()).toBe('3 of 3');
		const current = [...dom.querySelectorAll('mark.current')];
		expect(current).toEqual([dom.querySelectorAll('mark')[2]]);
		expect(scrolledTo.at(-1)).toBe(current[0]);
		expect(type('the launch.')).toEqual(['the launch.']);
		expect(type('(.*)')).toEqual([]);
		expect(count()).toBe('0 of 0');
		expect(type('')).toEqual([]);
		expect(count()).toBe('');
		expect(words()).toEqual(before);
	});
});
