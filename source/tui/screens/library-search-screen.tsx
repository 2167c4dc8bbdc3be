import {Box, Text} from 'ink';
import type {FoundTurn} from '../../kept-transcripts/found-turns.ts';
import {FoundDetail, FoundRow, foundDetailHeight} from '../components/found-row.tsx';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {ErrorNotice, Notice} from '../components/notice.tsx';
import {TextFieldView} from '../components/text-field.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {type LibrarySearch, mostFinds, useLibrarySearch} from '../hooks/use-library-search.ts';
import {useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useTextField} from '../hooks/use-text-field.ts';
import type {Binding} from '../keymap.ts';
import {colours} from '../theme.ts';

const keyOf = ({record, hit}: FoundTurn) => `${record.id} ${hit.turn}`;
const textOf = () => '';
const nothing: readonly FoundTurn[] = [];

/** What was said in everything that was transcribed, found as one types. */
export function LibrarySearchScreen({text: initial}: {readonly text: string}) {
	const {open, replace, backBinding} = useNavigation();
	const {height} = useBodySize();
	const field = useTextField(initial);
	const search = useLibrarySearch(field.text);
	const found = 'found' in search ? search.found : nothing;
	const hasDetail = height >= 14;
	const list = useList({
		name: 'library search',
		items: found,
		keyOf,
		textOf,
		height: Math.max(1, height - 1 - (hasDetail ? foundDetailHeight : 0)),
		canFilter: false,
	});
	const {current} = list;
	const bindings: readonly Binding[] = [
		{
			keys: ['enter'],
			label: 'open the transcript at this place',
			hint: 'open there',
			run() {
				if (current !== undefined) {
					// So that one comes back to what one was looking for.
					replace({name: 'library search', text: field.text});
					open({
						name: 'transcript',
						reference: {type: 'library', id: current.record.id},
						at: {
							timeMs: current.startMs,
							words: current.hit.snippet.flatMap(({text, isMatch}) => (isMatch ? [text] : [])),
						},
					});
				}
			},
		},
		...field.bindings,
		...list.bindings.map(binding =>
			binding.keys[0] === 'down' ? {...binding, hint: 'next find'} : binding,
		),
		backBinding,
	];
	return (
		<Frame breadcrumb={['library', 'what was said']} bindings={bindings} onText={field.onText}>
			<Box paddingX={1} height={1} flexShrink={0} justifyContent="space-between" gap={2}>
				<Box flexGrow={1} flexBasis={0}>
					<Text bold color={colours.accent}>
						❯{' '}
					</Text>
					<TextFieldView {...field} isOpen />
				</Box>
				<Text dimColor>{countFinds(search)}</Text>
			</Box>
			{search.name === 'failed' && <ErrorNotice error={search.error} />}
			{search.name === 'idle' && (
				<Notice title="What was said, in everything transcribed">
					{
						'Type words that were said: all of them must be in one turn. "A phrase" in quotes, speaker:ada for what Ada said.'
					}
				</Notice>
			)}
			{search.name === 'found' && found.length === 0 && (
				<Notice title="Nothing like that was said">
					Fewer or shorter words find more; the last one finds whatever begins like it.
				</Notice>
			)}
			{found.length > 0 && (
				<>
					<ListView
						list={list}
						keyOf={keyOf}
						renderItem={(item, isCurrent) => <FoundRow found={item} isCurrent={isCurrent} />}
					/>
					{hasDetail && current !== undefined && <FoundDetail found={current} />}
				</>
			)}
		</Frame>
	);
}

function countFinds(search: LibrarySearch): string {
	switch (search.name) {
		case 'searching':
			return 'searching…';
		case 'found':
			if (search.found.length === mostFinds) {
				return `the best ${mostFinds} finds`;
			}

			return search.found.length === 1 ? '1 find' : `${search.found.length} finds`;
		default:
			return '';
	}
}
