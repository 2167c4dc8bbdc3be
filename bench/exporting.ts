import {performance} from 'node:perf_hooks';
import {safeText} from '../source/safe-text.ts';
import type {ExportDocument} from '../source/transcripts/formats/format.ts';
import {formats, renderExport} from '../source/transcripts/formats/formats.ts';
import {type Figure, interleave} from './measure.ts';
import {makeTranscript} from './programs/made-up-transcript.ts';

const hours = 10;
const rounds = 5;

/** Megabytes a second of what is written. */
async function speedOf(render: () => Promise<string | Uint8Array> | string): Promise<number> {
	const started = performance.now();
	const written = Buffer.byteLength(await render());
	return written / 1e6 / ((performance.now() - started) / 1000);
}

export async function measureExporting(): Promise<readonly Figure[]> {
	const document: ExportDocument = {
		transcript: makeTranscript(hours),
		transcriptId: 'made-up',
		meeting: {
			uuid: 'made-up',
			number: '1',
			topic: safeText(`${hours} hours`),
			start: new Date('2026-11-01T09:00:00Z'),
			hostEmail: undefined,
			participants: [],
			shareUrl: undefined,
		},
		exportedAt: new Date(0),
	};
	const figures: Figure[] = [];
	for (const format of formats) {
		if (format.kind === 'stored') {
			continue;
		}

		const speeds = await interleave(rounds, {
			format: () => speedOf(() => renderExport(format, document)),
			json: () => speedOf(() => JSON.stringify(document.transcript.turns)),
		});
		figures.push({
			what: `${format.title}, ${hours} h, as written`,
			value: speeds.format,
			peer: {name: 'JSON.stringify of the turns', value: speeds.json},
			unit: 'MB/s',
		});
	}

	return figures;
}
