import {expect, test} from 'vitest';
import {priceList} from '../../source/assemblyai/prices.ts';
import {usualAddresses} from '../../source/settings/resolve.ts';
import {readPage, rowsOf} from './page-tables.ts';

const text = readPage('assemblyai.md');

test('the page about AssemblyAI has the prices that are reckoned with', () => {
	const rows = rowsOf(text, '## Prices').filter(([, price]) => price !== 'an hour');
	const dollars = (price: number) => `$${price.toFixed(2)}`;
	expect(rows).toEqual(
		[...priceList.models, ...Object.entries(priceList.extras)].map(([name, price]) => [
			`\`${name}\``,
			dollars(price),
		]),
	);
	expect(priceList.asOf).toBe('2026-10');
	expect(text).toContain('October 2026');
});

test('and the address that is asked', () => {
	expect(text).toContain(`\`${usualAddresses.assemblyai}\`, the default`);
});
