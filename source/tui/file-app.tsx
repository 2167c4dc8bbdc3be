import {useApp} from 'ink';
import {useContext, useState} from 'react';
import type {Delivery} from '../transcript-files/delivery.ts';
import type {OpenedFile} from '../transcript-files/open-transcript-file.ts';
import {formats} from '../transcripts/formats/formats.ts';
import {FrameContext} from './components/frame.tsx';
import {NavigationContext} from './hooks/use-navigation.ts';
import {useUnwrappedRows} from './hooks/use-unwrapped-rows.ts';
import type {NavigationAction} from './navigation.ts';
import {quit} from './outcome.ts';
import {ExportPane} from './screens/export-pane.tsx';
import {FilePane} from './screens/file-pane.tsx';
import {Shell} from './shell.tsx';

/** As it came, it is there already. */
const madeFormats = formats.filter(({kind}) => kind !== 'stored');

export type FileAppProps = {
	readonly file: OpenedFile;
	readonly delivery: Delivery;
};

/** The whole screen for one file: no account, no library, and nowhere else to go. */
export function FileApp(props: FileAppProps) {
	return (
		<Shell>
			<FileScreens {...props} />
		</Shell>
	);
}

function FileScreens({file, delivery}: FileAppProps) {
	const {exit} = useApp();
	const {resumptions} = useContext(FrameContext);
	const [isExporting, setExporting] = useState(false);
	useUnwrappedRows(resumptions);
	const {exports} = delivery;

	function go({type}: NavigationAction): void {
		if (type !== 'back') {
			return;
		}

		if (isExporting) {
			setExporting(false);
		} else {
			exit(quit);
		}
	}

	return (
		<NavigationContext value={go}>
			{isExporting ? (
				<ExportPane
					title={file.name}
					source={file}
					hasCorrections={false}
					offered={madeFormats}
					suggestPath={(format, edited) => exports.suggestPath(file.document, format, edited)}
					write={async options => {
						const outcome = await exports.write({...options, source: file});
						return outcome.status === 'exists'
							? outcome
							: {status: 'written', words: `written to ${outcome.path}`};
					}}
				/>
			) : (
				<FilePane
					file={file}
					copyToSystem={delivery.copyToSystem}
					onExport={() => setExporting(true)}
				/>
			)}
		</NavigationContext>
	);
}
