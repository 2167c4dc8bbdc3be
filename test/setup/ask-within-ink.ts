// Run by a test in a terminal: a full screen by Ink that hands the terminal to the questions and goes
// on afterwards, again and again.
import process from 'node:process';
import {render, Text, useApp, useInput} from 'ink';
import {createElement, useState} from 'react';
import {loadSettings} from '../../source/settings/load-settings.ts';
import {askAssemblyAI} from '../../source/setup/ask-assemblyai.ts';

function Checklist() {
	const {suspendTerminal, exit} = useApp();
	const [state, setState] = useState('nothing asked yet');
	const [typed, setTyped] = useState('');
	useInput(input => {
		if (input === 'q') {
			exit();
		} else if (input === 'a') {
			void suspendTerminal(async () => {
				const {settings, store} = loadSettings({environment: process.env});
				const {status} = await askAssemblyAI({settings, store});
				setState(status);
			});
		} else {
			setTyped(text => text + input);
		}
	});
	return createElement(Text, undefined, `checklist: ${state} / typed: ${typed}`);
}

await render(createElement(Checklist), {alternateScreen: true, exitOnCtrlC: false}).waitUntilExit();
process.stdout.write('the screen is over\n');
