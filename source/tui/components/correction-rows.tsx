import {Box} from 'ink';
import type {TranscriptLayout} from '../../transcripts/layout.ts';
import type {CorrectionEditor} from '../hooks/use-correction.ts';
import {TextAreaView} from './text-area.tsx';
import {layOutField} from './text-area-state.ts';
import {TranscriptRows} from './transcript-rows.tsx';

export type CorrectionRowsProps = {
	readonly editor: CorrectionEditor;
	readonly layout: TranscriptLayout;
	/** A colour for each speaker label. */
	readonly colours: ReadonlyMap<string, string>;
	/** Rows. */
	readonly height: number;
	/** Cells of text, without the margins. */
	readonly width: number;
};

/** A turn whose text is being corrected, between its heading and what comes after it. */
export function CorrectionRows({editor, layout, colours, height, width}: CorrectionRowsProps) {
	const {turn, field} = editor;
	const fieldHeight = Math.min(layOutField(field, width).rows.length, Math.max(1, height - 1));
	const rest = Math.max(0, height - 1 - fieldHeight);
	const behind = layout
		.rowsFrom({kind: 'gap', turn}, rest + 1)
		.filter(row => row.turn !== turn || row.kind === 'gap')
		.slice(0, rest);
	const common = {colours, width, finds: undefined, currentHit: undefined, chosen: undefined};
	return (
		<Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
			<TranscriptRows
				{...common}
				rows={layout.rowsFrom(layout.placeOfTurn(turn), 1)}
				turn={turn}
				height={1}
			/>
			<TextAreaView field={field} width={width} height={fieldHeight} />
			<TranscriptRows {...common} rows={behind} turn={turn} height={rest} />
		</Box>
	);
}
