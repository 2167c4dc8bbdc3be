import {useState} from 'react';
import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import type {Outline} from '../../transcripts/outline.ts';
import type {Binding} from '../keymap.ts';
import {createListing} from '../listing.ts';
import type {ListedSummary} from '../listings.ts';
import type {TranscriptReference} from '../navigation.ts';
import {type OutlineEntry, toOutline} from '../outline-entries.ts';
import {useSession} from '../session.ts';
import type {List} from './use-list.ts';
import {useListing} from './use-listing.ts';
import {useOutlineList} from './use-outline-list.ts';
import {type UnderstandingState, useUnderstanding} from './use-understanding.ts';

export type OutlineOptions = {
	readonly opened: OpenedTranscript;
	readonly reference: TranscriptReference;
	/** AssemblyAI's, where it was asked for. */
	readonly outline: Outline | undefined;
	readonly meetingUuid: string;
	readonly width: number;
	readonly height: number;
	readonly onTime: (timeMs: number) => void;
};

export type OutlinePanelState =
	| {readonly status: 'closed'}
	| {readonly status: 'loading' | 'none'}
	| {readonly status: 'failed'; readonly error: unknown}
	| {readonly status: 'there'; readonly list: List<OutlineEntry>; readonly isZooms: boolean};

export type OutlineControl = {
	readonly panel: OutlinePanelState;
	/** Cells that it takes from the text. */
	readonly besideWidth: number;
	/** Opens it, for the bindings of the text. */
	readonly binding: Binding;
	/** While it is open. */
	readonly bindings: readonly Binding[];
	/** AssemblyAI being asked for one. */
	readonly understanding: UnderstandingState;
};

const nothing = createListing({
	open: async function* (): AsyncGenerator<ListedSummary> {},
	initial: undefined,
	fold: (_: ListedSummary | undefined, loaded: ListedSummary) => loaded,
});

/** The outline of a transcript; where nobody asked for one, what Zoom's AI made of the meeting. */
export function useOutline(options: OutlineOptions): OutlineControl {
	const {opened, reference, outline, meetingUuid, width, height, onTime} = options;
	const {listings} = useSession();
	const understanding = useUnderstanding('outline', {opened, reference});
	const [isOpen, setOpen] = useState(false);
	const asksZoom = isOpen && outline === undefined;
	const {status, value, error} = useListing(asksZoom ? listings.summary(meetingUuid) : nothing);
	const shown = outline ?? (value?.summary === undefined ? undefined : toOutline(value.summary));
	const {list, moving, close, besideWidth, binding} = useOutlineList({
		name: `outline of ${meetingUuid}`,
		isOpen,
		setOpen,
		outline: shown,
		width,
		height,
		onTime,
	});
	const panel = readPanel();

	function readBindings(): readonly Binding[] {
		if (understanding.state.name !== 'none') {
			return understanding.bindings;
		}

		const asking = outline === undefined ? understanding.bindings : [];
		return panel.status === 'there' ? [...moving, ...asking, close] : [...asking, close];
	}

	function readPanel(): OutlinePanelState {
		if (!isOpen) {
			return {status: 'closed'};
		}

		if (shown !== undefined) {
			return {status: 'there', list, isZooms: outline === undefined};
		}

		return status === 'failed'
			? {status, error}
			: {status: status === 'loading' ? 'loading' : 'none'};
	}

	return {
		panel,
		besideWidth,
		binding,
		bindings: readBindings(),
		understanding: understanding.state,
	};
}
