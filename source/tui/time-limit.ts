import {type Context, createContext, Script} from 'node:vm';

let context: Context | undefined;
const script = new Script('work()');

/**
 * What the work gives; undefined when it has not ended within so many milliseconds. Node's `vm` is what
 * can stop a regular expression that tries every way there is to match.
 */
export function withinTime<Value>(
	limitMs: number,
	work: () => Value,
): {readonly value: Value} | undefined {
	context ??= createContext({});
	let done: {readonly value: Value} | undefined;
	context['work'] = () => {
		done = {value: work()};
	};
	try {
		script.runInContext(context, {timeout: limitMs});
		return done;
	} catch (error) {
		if (isTimeout(error)) {
			return undefined;
		}

		throw error;
	} finally {
		context['work'] = undefined;
	}
}

/** It comes from another realm, where `Error` is another class. */
function isTimeout(error: unknown): boolean {
	return (
		typeof error === 'object' &&
		error !== null &&
		'code' in error &&
		error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
	);
}
