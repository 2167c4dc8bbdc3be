import {showBytes} from '../measures.ts';
import {showClock, worstClockMs} from './assess-diagnosis.ts';
import {showCredentialState} from './credential-state.ts';
import type {Diagnosis, HostDiagnosis, ScopeDiagnosis, ServiceDiagnosis} from './diagnosis.ts';

/** One line of a diagnosis, for both faces. */
export type DiagnosisLine = {
	/** `note`: not as good as it could be, or not known. */
	readonly mark: 'good' | 'note' | 'bad' | 'none';
	readonly name: string;
	readonly value: string;
	/** What it costs or what to do, as sentences. */
	readonly advice: string | undefined;
};

export type DiagnosisSection = {readonly title: string; readonly lines: readonly DiagnosisLine[]};

/** A diagnosis in words. */
export function describeDiagnosis(diagnosis: Diagnosis): readonly DiagnosisSection[] {
	const {zoom, assemblyai, hosts, scopes, clockAheadMs, folders, protection, library} = diagnosis;
	const sections: readonly DiagnosisSection[] = [
		{
			title: 'Set up',
			lines: [describeService('Zoom', zoom), describeService('AssemblyAI', assemblyai)],
		},
		{title: 'Hosts', lines: hosts.map(describeHost)},
		{title: 'Zoom’s scopes', lines: scopes.map(describeScope)},
		{
			title: 'This computer',
			lines: [
				describeClock(clockAheadMs),
				{mark: 'none', name: 'settings', value: folders.config, advice: undefined},
				{
					mark: 'none',
					name: '',
					value:
						protection === 'keychain'
							? 'encrypted, with a key in this computer’s keychain'
							: 'a file that only you can read',
					advice: undefined,
				},
				{mark: 'none', name: 'library', value: folders.data, advice: undefined},
				library.status === 'readable'
					? {
							mark: 'none',
							name: '',
							value: `${count(library.transcripts, 'transcript')}, ${count(library.jobs, 'job')}, ${showBytes(library.sizeBytes)}`,
							advice: undefined,
						}
					: {mark: 'bad', name: '', value: library.message, advice: library.hint},
			],
		},
	];
	return sections.filter(({lines}) => lines.length > 0);
}

function describeService(name: string, {credentials, access}: ServiceDiagnosis): DiagnosisLine {
	const state = showCredentialState(credentials);
	switch (access.status) {
		case 'not-set': {
			return {mark: 'bad', name, value: state, advice: 'Run `recscribe setup`.'};
		}

		case 'accepted': {
			return {mark: 'good', name, value: `${state}; accepted`, advice: undefined};
		}

		case 'refused': {
			const advice = `${access.message}. ${access.hint ?? ''}`.trim();
			return {mark: 'bad', name, value: `${state}; refused`, advice};
		}
	}
}

function describeHost({purpose, origin, probe}: HostDiagnosis): DiagnosisLine {
	return probe.status === 'answers'
		? {
				mark: 'good',
				name: purpose,
				value: `${origin} answers in ${probe.milliseconds} ms`,
				advice: undefined,
			}
		: {
				mark: 'bad',
				name: purpose,
				value: `${origin}: ${probe.reason}`,
				advice: probe.hint,
			};
}

function describeScope({name, cost, isNeeded, status}: ScopeDiagnosis): DiagnosisLine {
	switch (status) {
		case 'granted': {
			return {mark: 'good', name, value: 'granted', advice: undefined};
		}

		case 'missing': {
			return {
				mark: isNeeded ? 'bad' : 'note',
				name,
				value: isNeeded ? 'missing' : 'not granted',
				advice: cost,
			};
		}

		case 'unknown': {
			return {mark: 'note', name, value: 'not known', advice: undefined};
		}
	}
}

function describeClock(aheadMs: number | undefined): DiagnosisLine {
	if (aheadMs === undefined) {
		return {mark: 'note', name: 'clock', value: 'not known: no host answered', advice: undefined};
	}
	return Math.abs(aheadMs) < worstClockMs
		? {mark: 'good', name: 'clock', value: showClock(aheadMs), advice: undefined}
		: {mark: 'bad', name: 'clock', value: showClock(aheadMs), advice: 'Set the clock right.'};
}

function count(amount: number, noun: string): string {
	return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
