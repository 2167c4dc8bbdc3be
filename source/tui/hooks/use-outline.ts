import {useState} from 'react';
import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import type {Outline} from '../../transcripts/outline.ts';
import type {Binding} from '../keymap.ts';
import {createListing} from '../listing.ts';
import type {ListedSummary} from '../listings.ts';
import type {TranscriptReference} from '../navigation.ts';
import {listEntries, type OutlineEntry, toOutline} from '../outline-entries.ts';
import {useSession} from '../session.ts';
import {type List, useList} from './use-list.ts';
import {useListing} from './use-listing.ts';
import {type UnderstandingState, useUnderstanding} from './use-understanding.ts';

/** From so many cells on, the outline stands beside the text. It needs less than what stands beside a list. */
const wideEnough = 110;
export const outlineWidth = 44;
/** Rows under the list: the chosen entry in full. */
export const outlineTextHeight = 7;

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

const keyOf = ({key}: OutlineEntry) => key;
const textOf = ({title}: OutlineEntry) => title;

/** The outline of a transcript; where nobody asked for one, what Zoom's AI made of the meeting. */
export function useOutline(options: OutlineOptions): OutlineControl {
	const {opened, reference, outline, meetingUuid, width, height, onTime} = options;
	const {listings} = useSession();
	const [isOpen, setOpen] = useState(false);
	const understanding = useUnderstanding('outline', {opened, reference});
	const asksZoom = isOpen && outline === undefined;
	const {status, value, error} = useListing(asksZoom ? listings.summary(meetingUuid) : nothing);
	const shown = outline ?? (value?.summary === undefined ? undefined : toOutline(value.summary));
	const list = useList({
		name: `outline of ${meetingUuid}`,
		items: shown === undefined ? [] : listEntries(shown),
		keyOf,
		textOf,
		height: Math.max(1, height - outlineTextHeight),
		canFilter: false,
	});
	const isBeside = isOpen && width >= wideEnough;
	const {current} = list;
	const close: Binding = {
		keys: ['escape', 'i', 'q'],
		label: 'close the outline',
		hint: 'close',
		run: () => setOpen(false),
	};
	const jump: Binding = {
		keys: ['enter', 'right', 'l'],
		label: 'read on from there',
		hint: 'go there',
		run() {
			if (current?.timeMs !== undefined) {
				onTime(current.timeMs);
				setOpen(isBeside);
			}
		},
	};
	const panel = readPanel();

	function readBindings(): readonly Binding[] {
		if (understanding.state.name !== 'none') {
			return understanding.bindings;
		}

		const asking = outline === undefined ? understanding.bindings : [];
		return panel.status === 'there'
			? [jump, ...list.bindings, ...asking, close]
			: [...asking, close];
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
		besideWidth: isBeside ? outlineWidth : 0,
		binding: {
			keys: ['i'],
			label: 'outline: headlines to jump by, and what is to be done',
			run: () => setOpen(true),
		},
		bindings: readBindings(),
		understanding: understanding.state,
	};
}
