import {useEffect, useMemo, useRef} from 'react';
import {toExportSource} from '../../kept-transcripts/opened-transcript.ts';
import {withoutRepeats} from '../../kept-transcripts/segments.ts';
import {PendingFrame} from '../components/pending-frame.tsx';
import {useListing} from '../hooks/use-listing.ts';
import {useSession} from '../session.ts';
import {ExportPane, type WriteOptions, type WriteOutcome} from './export-pane.tsx';

/** The same for many: the first one previewed, and all of them written into a folder. */
export function ExportManyScreen({ids}: {readonly ids: readonly [string, ...string[]]}) {
	const {services, listings} = useSession();
	const listing = listings.transcript({type: 'library', id: ids[0]});
	const {value} = useListing(listing);
	const wanted = useMemo(() => {
		const all = services.library.listTranscripts();
		return withoutRepeats(
			all.filter(({id}) => ids.includes(id)),
			all,
		);
	}, [services.library, ids]);
	const hasCorrections = useMemo(
		() => wanted.some(({id}) => services.library.readCorrections(id).length > 0),
		[services.library, wanted],
	);
	const leaving = useRef<AbortController>(undefined);
	useEffect(() => {
		const controller = new AbortController();
		leaving.current = controller;
		return () => controller.abort();
	}, []);

	async function write({path, format, options, onProgress}: WriteOptions): Promise<WriteOutcome> {
		const signal = leaving.current?.signal;
		const folder = await services.exports.openFolder(path, {overwrite: false});
		for (const [position, {id}] of wanted.entries()) {
			if (signal?.aborted === true) {
				break;
			}

			onProgress(` ${position + 1} of ${wanted.length}`);
			const opened = await services.openTranscript(id);
			await folder.write(toExportSource(opened), {format, options});
		}

		return {status: 'written', words: `${wanted.length} files written into ${path}`};
	}

	if (value !== undefined) {
		return (
			<ExportPane
				title={`${wanted.length} transcripts`}
				source={value}
				hasCorrections={hasCorrections}
				suggestPath={(_, edited) => edited ?? services.exports.suggestFolder()}
				write={write}
			/>
		);
	}

	return (
		<PendingFrame place="export" listing={listing} retryLabel="try again">
			Opening the transcripts…
		</PendingFrame>
	);
}
