import {Box, Text} from 'ink';
import {type ReactNode, useMemo, useState} from 'react';
import {UserError} from '../../errors.ts';
import {type ExportSource, previewExport} from '../../exports/render-export.ts';
import type {TranscriptFormat} from '../../transcripts/formats/format.ts';
import {formats} from '../../transcripts/formats/formats.ts';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {Preview} from '../components/preview.tsx';
import {Spinner} from '../components/spinner.tsx';
import {TextFieldView} from '../components/text-field.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useTextField} from '../hooks/use-text-field.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';
import {colours} from '../theme.ts';

const keyOf = ({name}: TranscriptFormat) => name;
const textOf = ({name, title}: TranscriptFormat) => `${title} ${name}`;

/** Rows under the preview: a rule, the path, what became of it. */
const footHeight = 3;
const listWidth = 26;

type Step =
	| {readonly name: 'choosing'}
	| {readonly name: 'editing the path'}
	| {readonly name: 'writing'}
	/** There is a file of that name. */
	| {readonly name: 'asking'; readonly path: string}
	| {readonly name: 'written'; readonly path: string}
	| {readonly name: 'failed'; readonly error: unknown};

export function ExportPane({source}: {readonly source: ExportSource}) {
	const {services} = useSession();
	const {backBinding} = useNavigation();
	const {width, height} = useBodySize();
	const [step, setStep] = useState<Step>({name: 'choosing'});
	const [editedPath, setEditedPath] = useState<string | undefined>();
	const field = useTextField('');
	const paneHeight = Math.max(1, height - footHeight);
	const list = useList({
		name: 'formats',
		items: formats,
		keyOf,
		textOf,
		height: paneHeight,
		canFilter: false,
	});
	const format = list.current ?? formats[0];
	const preview = useMemo(
		() => previewExport(format, source, paneHeight),
		[format, source, paneHeight],
	);
	const path = services.exports.suggestPath(source.document, format, editedPath);

	async function write(overwrite: boolean): Promise<void> {
		setStep({name: 'writing'});
		try {
			const outcome = await services.exports.write({path, format, source, overwrite});
			setStep(
				outcome.status === 'exists'
					? {name: 'asking', path: outcome.path}
					: {name: 'written', path: outcome.path},
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
			...list.bindings.map(binding => ({
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
			breadcrumb={[source.document.meeting.topic, 'export']}
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
				<StepMessage step={step} />
			</Box>
		</Frame>
	);
}

function StepMessage({step}: {readonly step: Step}): ReactNode {
	switch (step.name) {
		case 'choosing':
		case 'editing the path':
			return null;
		case 'writing':
			return (
				<Text>
					<Spinner /> writing…
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
					✓ written to {step.path}
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
