import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readVisibleRows} from '../../scripts/terminal-cells.ts';
import {windowColours} from '../../scripts/terminal-palette.ts';
import {drawTerminal} from '../../scripts/terminal-svg.ts';
import {createEmulator, readScreen, whenParsed} from '../support/emulator.ts';

async function show(text: string, {columns = 20, rows = 3} = {}) {
	const emulator = createEmulator(columns, rows);
	emulator.write(text);
	await whenParsed(emulator);
	return emulator;
}

async function draw(text: string): Promise<string> {
	const emulator = await show(text);
	return drawTerminal({title: 'a title', columns: 20, rows: readVisibleRows(emulator)});
}

type DrawnText = {readonly attributes: string; readonly text: string};

/** The texts of the rows: those that are stretched to cells. */
function textsIn(svg: string): readonly DrawnText[] {
	return [...svg.matchAll(/<text ([^>]*textLength[^>]*)>([^<]*)<\/text>/g)].map(
		([, attributes = '', text = '']) => ({
			attributes,
			text: text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
		}),
	);
}

const csi = '\u001B[';

test('reads a row as runs of cells that look alike', async () => {
	const emulator = await show(`plain ${csi}1;31mred${csi}0m 日本👍e\u0301!`);
	const [first = []] = readVisibleRows(emulator);
	expect(first.map(({column, width, text}) => [column, width, text.trimEnd()])).toEqual([
		[0, 6, 'plain'],
		[6, 3, 'red'],
		[9, 1, ''],
		[10, 2, '日'],
		[12, 2, '本'],
		[14, 2, '👍'],
		[16, 1, 'e\u0301'],
		[17, 3, '!'],
	]);
	expect(first[1]?.style).toMatchObject({
		foreground: {type: 'palette', index: 1},
		background: {type: 'default'},
		isBold: true,
		isDim: false,
	});
});

test('reads what is visible, not what scrolled away', async () => {
	const emulator = await show('1\r\n2\r\n3\r\n4');
	const texts = readVisibleRows(emulator).map(runs => runs.map(({text}) => text.trim()).join(''));
	expect(texts).toEqual(['2', '3', '4']);
});

test('puts each run where its cells are and stretches it to their width', async () => {
	const svg = await draw(`ab${csi}31mcd${csi}0m\r\n   日本`);
	expect(textsIn(svg)).toEqual([
		{text: 'ab', attributes: expect.stringMatching(/^x="14" y="61.5" textLength="16.8"/)},
		{text: 'cd', attributes: expect.stringMatching(/^x="30.8" y="61.5" textLength="16.8"/)},
		{text: '日', attributes: expect.stringMatching(/^x="39.2" y="79.5" textLength="16.8"/)},
		{text: '本', attributes: expect.stringMatching(/^x="56" y="79.5" textLength="16.8"/)},
	]);
});

test.each([
	['a theme colour', '31m', /fill="#ff8078"/],
	['a bright theme colour', '92m', /fill="#96e6a5"/],
	['one of 256', '38;5;208m', /fill="#ff8700"/],
	['a grey of 256', '38;5;240m', /fill="#585858"/],
	['any colour', '38;2;1;2;255m', /fill="#0102ff"/],
	['bold', '1m', /font-weight="700"/],
	['italic', '3m', /font-style="italic"/],
	['underline', '4m', /text-decoration="underline"/],
	['strike-through', '9m', /text-decoration="line-through"/],
	['dim', '2m', /fill="#898e96"/],
])('draws %s', async (_, parameters, expected) => {
	const [drawn] = textsIn(await draw(`${csi}${parameters}x`));
	expect(drawn?.attributes).toMatch(expected);
});

test('draws inverse as text in the background colour on the foreground', async () => {
	const svg = await draw(`${csi}7m x ${csi}0m`);
	expect(svg).toContain(
		`<rect x="14" y="48" width="25.2" height="18" fill="${windowColours.foreground}"/>`,
	);
	expect(textsIn(svg)[0]?.attributes).toContain(`fill="${windowColours.background}"`);
});

test('draws a background under blanks, and no hidden text', async () => {
	const svg = await draw(`${csi}44m  ${csi}0m${csi}8msecret`);
	expect(svg).toContain('<rect x="14" y="48" width="16.8" height="18" fill="#7ab7ff"/>');
	expect(svg).not.toContain('secret');
});

test('draws the cursor where it is', () => {
	const svg = drawTerminal({title: '', columns: 2, rows: [[], []], cursor: {column: 1, row: 1}});
	expect(svg).toContain('<rect x="22.4" y="66" width="8.4" height="18"');
});

test('says what it is called, safely', () => {
	const svg = drawTerminal({title: '"<recscribe> & co"', columns: 2, rows: []});
	expect(svg).toContain('aria-label="&#34;&#60;recscribe&#62; &#38; co&#34;"');
	expect(svg).toContain('<title>&#34;&#60;recscribe');
});

test('whatever is on the screen is in the picture, and breaks nothing of it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({unit: 'grapheme', maxLength: 60}), async text => {
			const emulator = await show(text);
			const svg = drawTerminal({title: text, columns: 20, rows: readVisibleRows(emulator)});
			const drawn = textsIn(svg)
				.map(({text: part}) => part)
				.join('');
			const shown = readScreen(emulator).join('');
			// The screen is read without blanks at the ends of rows, of whatever kind.
			expect(drawn.replaceAll(/\s/gu, '')).toBe(shown.replaceAll(/\s/gu, ''));
			const outsideTags = svg.replace(/<\/?[a-z]+(?: [a-zA-Z:-]+="[^"<>]*")*\/?>/g, '');
			expect(outsideTags).not.toMatch(/[<>]|&(?!#\d+;)/);
		}),
		{numRuns: 200},
	);
});
