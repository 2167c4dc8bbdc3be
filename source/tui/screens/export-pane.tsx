import {Box, Text} from 'ink';
import {type ReactNode, useMemo, useState} from 'react';
import {UserError} from '../../errors.ts';
import {type ExportSource, previewExport} from '../../exports/render-export.ts';
import type {ExportOptions, TranscriptFormat} from '../../transcripts/formats/format.ts';
import {type ExportWishes, optionsFor} from '../../transcripts/formats/format-options.ts';
import {formats} from '../../transcripts/formats/formats.ts';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {Preview} from '../components/preview.tsx';
import {Spinner} from '../components/spinner.tsx';
import {TextFieldView} from '../components/text-field.tsx';
import {choicesOf, optionBindings, shownChoices} from '../export-options.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useTextField} from '../hooks/use-text-field.ts';
import type {Binding} from '../keymap.ts';
import {colours} from '../theme.ts';

const keyOf = ({name}: TranscriptFormat) => name;
const textOf = ({name, title}: TranscriptFormat) => `${title} ${name}`;

/** Rows under the preview: a rule, the path, the format's options or what became of it. */
const footHeight = 3;
const listWidth = 26;

type Step =
	| {readonly name: 'choosing'}
	| {readonly name: 'editing the path'}
	| {readonly name: 'writing'; readonly progress: string}
	/** There is a file of that name. */
	| {readonly name: 'asking'; readonly path: string}
	| {readonly name: 'written'; readonly words: string}
	| {readonly name: 'failed'; readonly error: unknown};

export type WriteOptions = {
	readonly path: string;
	readonly format: TranscriptFormat;
	readonly options: ExportOptions;
	/** Whether a file that is there already may be replaced. */
	readonly overwrite: boolean;
	readonly onProgress: (words: string) => void;
};

export type WriteOutcome =
	| {readonly status: 'written'; readonly words: string}
	| {readonly status: 'exists'; readonly path: string};

export type ExportPaneProps = {
	/** What is exported, in words. */
	readonly title: string;
	/** What the preview is of. */
	readonly source: ExportSource;
	/** Whether anything in what is exported has been corrected. */
	readonly hasCorrections: boolean;
	/** Those that it can be written in; by default all of them. */
	readonly offered?: readonly TranscriptFormat[];
	/** Where it would be written; `edited` is what a person has made of it. */
	readonly suggestPath: (format: TranscriptFormat, edited: string | undefined) => string;
	readonly write: (options: WriteOptions) => Promise<WriteOutcome>;
};

export function ExportPane({
	title,
	source,
	hasCorrections,
	offered = formats,
	suggestPath,
	write: writeTo,
}: ExportPaneProps) {
	const {backBinding} = useNavigation();
	const {width, height} = useBodySize();
	const [step, setStep] = useState<Step>({name: 'choosing'});
	const [editedPath, setEditedPath] = useState<string | undefined>();
	const [wishes, setWishes] = useState<ExportWishes>({});
	const field = useTextField('');
	const paneHeight = Math.max(1, height - footHeight);
	const list = useList({
		name: 'formats',
		items: offered,
		keyOf,
		textOf,
		height: paneHeight,
		canFilter: false,
	});
	const format = list.current ?? formats[0];
	const options = useMemo(() => optionsFor(format, wishes), [format, wishes]);
	const choices = choicesOf(format, hasCorrections);
	const preview = useMemo(
		() => previewExport(format, source, paneHeight, options),
		[format, source, paneHeight, options],
	);
	const path = suggestPath(format, editedPath);

	async function write(overwrite: boolean): Promise<void> {
		const onProgress = (progress: string) => setStep({name: 'writing', progress});
		onProgress('');
		try {
			const outcome = await writeTo({path, format, options, overwrite, onProgress});
			setStep(
				outcome.status === 'exists'
					? {name: 'asking', path: outcome.path}
					: {name: 'written', words: outcome.words},
			);
		} catch (error) {
			setStep({name: 'failed', error});
		}
	}

	const editPath: Binding = {
		keys: ['e', 'tab'],
		label: 'change where it is written',
		hint: 'path',
		run() {
			field.set(path);
			setStep({name: 'editing the path'});
		},
	};
	const isEditing = step.name === 'editing the path';
	const bindings = isEditing
		? editingBindings()
		: step.name === 'asking'
			? askingBindings()
			: choosingBindings();

	function choosingBindings(): readonly Binding[] {
		return [
			{keys: ['enter'], label: 'write the file', hint: 'write', run: () => void write(false)},
			editPath,
			...[...optionBindings(format, choices, wishes, setWishes), ...list.bindings].map(binding => ({
				...binding,
				run() {
					// What was said is about the format that is left.
					setStep({name: 'choosing'});
					binding.run();
				},
			})),
			backBinding,
		];
	}

	function askingBindings(): readonly Binding[] {
		return [
			{keys: ['y'], label: 'replace the file', hint: 'replace it', run: () => void write(true)},
			{...editPath, hint: 'other path'},
			{
				keys: ['escape', 'n'],
				label: 'leave the file alone',
				hint: 'leave it',
				run: () => setStep({name: 'choosing'}),
			},
		];
	}

	function editingBindings(): readonly Binding[] {
		return [
			{
				keys: ['enter', 'tab'],
				label: 'take this path',
				hint: 'take',
				run() {
					setEditedPath(field.text.trim() === '' ? undefined : field.text);
					setStep({name: 'choosing'});
				},
			},
			{
				keys: ['escape'],
				label: 'keep the old path',
				hint: 'keep the old',
				run: () => setStep({name: 'choosing'}),
			},
			...field.bindings,
		];
	}

	return (
		<Frame
			breadcrumb={[title, 'export']}
			bindings={bindings}
			onText={isEditing ? field.onText : undefined}
		>
			<Box height={paneHeight} flexShrink={0}>
				<Box flexDirection="column" width={listWidth} flexShrink={0}>
					<ListView
						list={list}
						keyOf={keyOf}
						renderItem={({title}, isCurrent) => (
							<Box flexGrow={1} flexBasis={0}>
								<Text bold={isCurrent} wrap="truncate">
									{title}
								</Text>
							</Box>
						)}
					/>
				</Box>
				<Preview lines={preview} width={width - listWidth} height={paneHeight} />
			</Box>
			<Text dimColor>{'─'.repeat(width)}</Text>
			<Box paddingX={1} gap={1} height={1} flexShrink={0}>
				<Text dimColor>to</Text>
				{isEditing ? (
					<TextFieldView {...field} isOpen />
				) : (
					<Text wrap="truncate-start">{path}</Text>
				)}
			</Box>
			<Box paddingX={1} height={1} flexShrink={0}>
				{step.name === 'choosing' || step.name === 'editing the path' ? (
					<Choices choices={shownChoices(choices, options)} />
				) : (
					<StepMessage step={step} />
				)}
			</Box>
		</Frame>
	);
}

function Choices({choices}: {readonly choices: ReturnType<typeof shownChoices>}) {
	if (choices.length === 0) {
		return <Text dimColor>this format has no options</Text>;
	}

	return (
		<Text wrap="truncate">
			{choices.map(({key, words}, position) => (
				<Text key={key}>
					{position > 0 && '   '}
					<Text bold color={colours.accent}>
						{key}
					</Text>{' '}
					{words}
				</Text>
			))}
		</Text>
	);
}

type SaidStep = Exclude<Step, {readonly name: 'choosing' | 'editing the path'}>;

function StepMessage({step}: {readonly step: SaidStep}): ReactNode {
	switch (step.name) {
		case 'writing':
			return (
				<Text>
					<Spinner /> writing…{step.progress}
				</Text>
			);
		case 'asking':
			return (
				<Text color={colours.warning} wrap="truncate">
					There is a file of that name. Replace it?
				</Text>
			);
		case 'written':
			return (
				<Text color={colours.good} wrap="truncate-middle">
					✓ {step.words}
				</Text>
			);
		case 'failed':
			if (!(step.error instanceof UserError)) {
				throw step.error;
			}

			return (
				<Text color={colours.bad} wrap="truncate">
					✗ {step.error.message} {step.error.hint}
				</Text>
			);
	}
}
