import {Box, Text, useApp} from 'ink';
import {useContext, useState} from 'react';
import type {Program} from '../../program.ts';
import {isSetUp, type Settings} from '../../settings/settings.ts';
import {
	credentialStates,
	type ServiceName,
	showCredentialState,
} from '../../setup/credential-state.ts';
import {introduction} from '../../setup/introduction.ts';
import {wrapText} from '../../transcripts/wrap-text.ts';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {LoadingNotice} from '../components/notice.tsx';
import {Paragraph} from '../components/paragraph.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {KeyQueueContext} from '../hooks/use-keys.ts';
import {useList} from '../hooks/use-list.ts';
import {useQuit} from '../hooks/use-quit.ts';
import {type SafekeepingControl, useSafekeeping} from '../hooks/use-safekeeping.ts';
import {colours} from '../theme.ts';

export type SetupScreenProps = {
	readonly program: Program;
	/** Both services are set up: on to the recordings. */
	readonly onReady: () => void;
	readonly onSandbox: (sandbox: Program) => void;
	/** To what works and what does not. */
	readonly onDoctor: () => void;
};

type Item = {
	readonly key: ServiceName | 'continue' | 'safekeeping' | 'doctor' | 'sandbox';
	readonly title: string;
	readonly purpose: string;
	/** Whether a service is set up; undefined where there is nothing to set up. */
	readonly isSet?: boolean;
	/** At the end of the row. */
	readonly note?: string;
};

const keyOf = ({key}: Item) => key;
const textOf = ({title}: Item) => title;

/** The checklist of a first run. Entering a service hands the terminal to its questions. */
export function SetupScreen({program, onReady, onSandbox, onDoctor}: SetupScreenProps) {
	const {suspendTerminal} = useApp();
	const {width, height} = useBodySize();
	const quit = useQuit();
	const queue = useContext(KeyQueueContext);
	const [settings, setSettings] = useState(program.readSettings);
	const [isStarting, setStarting] = useState(false);
	const safekeeping = useSafekeeping(program);
	const items = [
		...toServiceItems(settings),
		...(program.isSandbox ? [] : [toSafekeepingItem(safekeeping)]),
		...otherItems,
	];
	const [notices] = useState(program.takeNotices);
	const text = safekeeping.said ?? (notices.length === 0 ? introduction : notices.join('. '));
	const textWidth = Math.min(width - 2, 90);
	const textRows = wrapText(text, textWidth).length;
	const list = useList({
		name: 'setup',
		items,
		keyOf,
		textOf,
		initialCursor: firstOpenItem(settings),
		height: Math.max(1, Math.min(items.length, height - textRows - 2)),
		canFilter: false,
	});

	async function ask(service: ServiceName): Promise<void> {
		queue.clear();
		await suspendTerminal(() => program.ask(service));
		const now = program.readSettings();
		setSettings(now);
	}

	async function enterSandbox(): Promise<void> {
		setStarting(true);
		onSandbox(await program.enterSandbox());
	}

	const [problem, setProblem] = useState<unknown>();
	if (problem !== undefined) {
		throw problem;
	}

	function choose(): void {
		switch (list.current?.key) {
			case 'zoom':
			case 'assemblyai': {
				ask(list.current.key).catch(setProblem);
				break;
			}

			case 'safekeeping': {
				safekeeping.change().catch(setProblem);
				break;
			}

			case 'sandbox': {
				enterSandbox().catch(setProblem);
				break;
			}

			case 'doctor': {
				onDoctor();
				break;
			}

			case 'continue': {
				onReady();
				break;
			}

			default:
		}
	}

	return (
		<Frame
			breadcrumb={['set up']}
			bindings={[
				{keys: ['enter', 'right', 'l'], label: 'choose', hint: 'choose', run: choose},
				...list.bindings,
				quit,
			]}
		>
			<Box flexDirection="column" paddingX={1} paddingTop={1} flexShrink={0}>
				<Paragraph width={textWidth}>{text}</Paragraph>
			</Box>
			<Box paddingTop={1} flexShrink={0}>
				<ListView
					list={list}
					keyOf={keyOf}
					renderItem={(item, isCurrent) => (
						<SetupRow item={item} isCurrent={isCurrent} width={width - 3} />
					)}
				/>
			</Box>
			{isStarting && <LoadingNotice>Starting the sandbox…</LoadingNotice>}
		</Frame>
	);
}

function toServiceItems(settings: Settings): readonly Item[] {
	const {zoom, assemblyai} = credentialStates(settings);
	const services: readonly Item[] = [
		{
			key: 'zoom',
			title: 'Zoom',
			purpose: 'to list and fetch your recordings',
			isSet: zoom.status === 'set',
			note: showCredentialState(zoom),
		},
		{
			key: 'assemblyai',
			title: 'AssemblyAI',
			purpose: 'to turn them into text',
			isSet: assemblyai.status === 'set',
			note: showCredentialState(assemblyai),
		},
	];
	return isSetUp(settings)
		? [...services, {key: 'continue', title: 'Continue', purpose: 'to the recordings'}]
		: services;
}

const keychainNotes = {unknown: '', there: 'or the keychain', missing: 'no keychain'} as const;

function toSafekeepingItem({by, keychain}: SafekeepingControl): Item {
	const item = {key: 'safekeeping', title: 'Kept in'} as const;
	if (by === 'keychain') {
		return {...item, purpose: 'an encrypted file, its key in the keychain'};
	}

	return {...item, purpose: 'a file only you can read', note: keychainNotes[keychain]};
}

const otherItems: readonly Item[] = [
	{
		key: 'doctor',
		title: 'What works?',
		purpose: 'who answers, what is allowed, where things are kept',
	},
	{
		key: 'sandbox',
		title: 'Try the sandbox',
		purpose: 'made-up meetings on this computer, no account needed',
	},
];

function firstOpenItem(settings: Settings): Item['key'] {
	if (settings.sources.zoom === undefined) {
		return 'zoom';
	}

	return settings.sources.assemblyai === undefined ? 'assemblyai' : 'continue';
}

function SetupRow({
	item: {title, purpose, isSet, note},
	isCurrent,
	width,
}: {
	readonly item: Item;
	readonly isCurrent: boolean;
	readonly width: number;
}) {
	const style = isSet === undefined ? {} : {color: isSet ? colours.good : colours.warning};
	return (
		<Box width={width} gap={1}>
			<Box width={2} flexShrink={0}>
				{isSet !== undefined && <Text {...style}>{isSet ? '●' : '○'}</Text>}
			</Box>
			<Box width={16} flexShrink={0}>
				<Text bold={isCurrent}>{title}</Text>
			</Box>
			<Box flexGrow={1} flexBasis={0}>
				<Text dimColor={!isCurrent} wrap="truncate">
					{purpose}
				</Text>
			</Box>
			{note !== undefined && (
				<Box flexShrink={0}>
					<Text {...style} dimColor={isSet === undefined && !isCurrent}>
						{note}
					</Text>
				</Box>
			)}
		</Box>
	);
}
