import {describe, expect, test} from 'vitest';
import {renderText, weekly} from './render.ts';

describe('plain text', () => {
	test('has a line for each turn', async () => {
		expect(await renderText('text', weekly)).toBe(
			[
				'[0:00] Ana Souza: Good morning, shall we start? The first point is the launch.',
				'[0:04] Ana Souza: It moves to November.',
				'[0:05] Speaker B: Because of the "review".',
				'',
			].join('\n'),
		);
	});

	test('or for each sentence, without times and names', async () => {
		const options = {unit: 'sentence', timestamps: false, speakers: false} as const;
		expect(await renderText('text', weekly, options)).toBe(
			'Good morning, shall we start?\nThe first point is the launch.\nIt moves to November.\nBecause of the "review".\n',
		);
	});

	test('says what meeting it was when asked', async () => {
		const lines = (await renderText('text', weekly, {header: true})).split('\n');
		expect(lines[0]).toBe('Weekly sync');
		expect(lines).toContain('Participants: Ana Souza, Bo Lindqvist');
		expect(lines).toContain('Speakers: Ana Souza, Speaker B');
		expect(lines).toContain('Model: universal-3-5-pro');
	});
});
