import {Box, Text, useWindowSize} from 'ink';
import {createContext, type ReactNode, useContext, useState} from 'react';
import stringWidth from 'string-width';
import {Announcements, mostAnnounced} from '../announcements.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {type KeyHandling, useKeys} from '../hooks/use-keys.ts';
import {usePalette} from '../hooks/use-palette.ts';
import {useTerminalTitle} from '../hooks/use-terminal-title.ts';
import {type Binding, isCharacter, showKey} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';
import type {PaletteEntry} from '../palette.ts';
import {colours} from '../theme.ts';
import {Help, helpLayout} from './help.tsx';
import {Palette} from './palette.tsx';

export const smallestTerminal = {columns: 60, rows: 15} as const;

export type FrameContext = {
	/** Said at the right of the top line: "sandbox", "2 running". */
	readonly badges: readonly string[];
	/** How many of the jobs are done, while some are not: `1/2`. */
	readonly jobsDone?: string | undefined;
	/** What works on every screen. */
	readonly globalBindings: readonly Binding[];
	/** How often the terminal was given away and taken again. */
	readonly resumptions: number;
	/** Where one has been, to go there again. */
	readonly places: () => readonly PaletteEntry[];
};

export const FrameContext = createContext<FrameContext>({
	badges: [],
	globalBindings: [],
	resumptions: 0,
	places: () => [],
});

export type FrameProps = {
	/** Where one is, outermost first, without the program's name. */
	readonly breadcrumb: readonly string[];
	readonly bindings: readonly Binding[];
	/** Takes characters while a text field is open. */
	readonly onText?: ((text: string) => void) | undefined;
	readonly children: ReactNode;
};

/** What every screen stands in: where am I, the screen's own, the keys that matter here. */
export function Frame({breadcrumb, bindings, onText, children}: FrameProps) {
	const {columns, rows} = useWindowSize();
	const {badges, jobsDone, globalBindings, resumptions, places} = useContext(FrameContext);
	useTerminalTitle({breadcrumb, jobsDone, resumptions});
	const [helpTop, setHelpTop] = useState<number | undefined>();
	const isHelpOpen = helpTop !== undefined;
	const body = useBodySize();
	const closeHelp: Binding = {
		keys: ['escape', '?', 'q', 'enter'],
		label: 'close the help',
		hint: 'close',
		run: () => setHelpTop(undefined),
	};
	const openHelp: Binding = {
		keys: ['?'],
		label: 'show every key',
		hint: 'help',
		run: () => setHelpTop(0),
	};
	const palette = usePalette([...bindings, openHelp, ...globalBindings], places);
	const everyBinding = [...bindings, openHelp, palette.binding, ...globalBindings];
	const {rows: helpRows, lastTop} = helpLayout(everyBinding, body);
	const top = Math.min(helpTop ?? 0, lastTop);
	const scrollHelp = moveBindings(helpRows, by =>
		setHelpTop(Math.max(0, Math.min(lastTop, top + by))),
	).map(binding =>
		lastTop > 0 && binding.keys[0] === 'down' ? {...binding, hint: 'more'} : binding,
	);
	const keys = readKeys();
	useKeys(keys);

	/** Whoever has the keys now. */
	function readKeys(): KeyHandling {
		if (palette.view !== undefined) {
			const {bindings: own, onText: onTyped} = palette.keys;
			return {bindings: [...own, ...globalBindings], onText: onTyped};
		}

		return isHelpOpen
			? {bindings: [closeHelp, ...scrollHelp, ...globalBindings]}
			: {bindings: everyBinding, onText};
	}

	if (columns < smallestTerminal.columns || rows < smallestTerminal.rows) {
		return <TooSmall columns={columns} rows={rows} />;
	}

	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<TopLine breadcrumb={breadcrumb} badges={badges} />
			<Box flexShrink={0} height={1}>
				<Text dimColor>{'─'.repeat(columns)}</Text>
			</Box>
			<AnnouncedLines />
			<Box flexDirection="column" flexGrow={1} flexBasis={0} overflow="hidden">
				{palette.view !== undefined && <Palette view={palette.view} />}
				{isHelpOpen && <Help bindings={everyBinding} top={top} />}
				{palette.view === undefined && !isHelpOpen && children}
			</Box>
			<BottomLine bindings={keys.bindings} isTyping={keys.onText !== undefined} />
		</Box>
	);
}

function TopLine({
	breadcrumb,
	badges,
}: Pick<FrameProps, 'breadcrumb'> & Pick<FrameContext, 'badges'>) {
	return (
		<Box flexShrink={0} height={1} paddingX={1} justifyContent="space-between" gap={2}>
			<Text wrap="truncate">
				<Text bold color={colours.accent}>
					recscribe
				</Text>
				{breadcrumb.map((crumb, position) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a crumb's place is what it is
					<Text key={position} bold={position === breadcrumb.length - 1}>
						<Text dimColor> › </Text>
						{crumb}
					</Text>
				))}
			</Text>
			<Box flexShrink={0} gap={2}>
				{badges.map(badge => (
					<Text key={badge} color={colours.warning}>
						{badge}
					</Text>
				))}
			</Box>
		</Box>
	);
}

function AnnouncedLines() {
	const {sentences} = useContext(Announcements);
	return sentences.slice(0, mostAnnounced).map(sentence => (
		<Box key={sentence} flexShrink={0} height={1} paddingX={1}>
			<Text color={colours.warning} wrap="truncate">
				! {sentence}
			</Text>
		</Box>
	));
}

function BottomLine({
	bindings,
	isTyping,
}: {
	readonly bindings: readonly Binding[];
	readonly isTyping: boolean;
}) {
	const {width} = useBodySize();
	// A key does what the first binding that has it says; a later hint for it would not be true.
	const told = bindings.filter(
		({hint, keys: [key]}, position) =>
			hint !== undefined &&
			!(isTyping && isCharacter(key)) &&
			bindings.findIndex(({keys}) => keys.includes(key)) === position,
	);
	const hints = fitHints(told, width - 2);
	return (
		<Box flexShrink={0} height={1} paddingX={1}>
			<Text wrap="truncate">
				{hints.map(({keys, hint}, position) => (
					<Text key={keys[0]}>
						{position > 0 && separation}
						<Text bold color={colours.accent}>
							{showKey(keys[0])}
						</Text>{' '}
						{hint}
					</Text>
				))}
			</Text>
		</Box>
	);
}

const separation = '   ';

/** As many hints as there is room for, in cells; the first one, the way back and the help stay. */
function fitHints(hints: readonly Binding[], width: number): readonly Binding[] {
	const fitting = [...hints];
	const widthOf = (each: readonly Binding[]) =>
		each.reduce(
			(sum, {keys, hint = ''}) => sum + stringWidth(`${showKey(keys[0])} ${hint}${separation}`),
			-separation.length,
		);
	while (widthOf(fitting) > width) {
		const dropped = fitting.findLastIndex(
			({keys: [key]}, position) => position > 0 && key !== 'escape' && key !== '?',
		);
		if (dropped === -1) {
			break;
		}

		fitting.splice(dropped, 1);
	}

	return fitting;
}

function TooSmall({columns, rows}: {readonly columns: number; readonly rows: number}) {
	return (
		<Box width={columns} height={rows} overflow="hidden">
			<Text>
				Recscribe needs {smallestTerminal.columns}×{smallestTerminal.rows} cells and has {columns}×
				{rows}. Make the terminal larger; nothing is lost.
			</Text>
		</Box>
	);
}
