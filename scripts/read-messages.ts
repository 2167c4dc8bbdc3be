import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {
	AnyNode,
	CallExpression,
	Expression,
	NewExpression,
	ObjectExpression,
	Property,
	SpreadElement,
	TemplateLiteral,
} from 'acorn';
import {parse} from 'acorn';
import {simple} from 'acorn-walk';
import {transform} from 'esbuild';

/** What a person may be told, as it stands in the source: `…` is where something of the moment comes in. */
export type Message = {
	/** Below `source/`, with slashes. */
	readonly file: string;
	readonly message: string;
	/** What to do next. */
	readonly hint: string | undefined;
};

/**
 * Every error that a person may be shown, out of the source: `new UserError(message, {hint})` and its kin,
 * `wrong(message, hint)`, and objects of a `message` and a `hint`.
 */
export async function readMessages(sourceFolder: string): Promise<readonly Message[]> {
	const files = readdirSync(sourceFolder, {recursive: true, encoding: 'utf8'})
		.filter(name => /\.tsx?$/.test(name) && !name.startsWith('sandbox'))
		.toSorted();
	const found: Message[] = [];
	for (const name of files) {
		const text = readFileSync(path.join(sourceFolder, name), 'utf8');
		const loader = name.endsWith('x') ? 'tsx' : 'ts';
		const {code} = await transform(text, {loader, target: 'esnext', jsx: 'transform'});
		const program = parse(code, {ecmaVersion: 'latest', sourceType: 'module'});
		const reader = createTextReader(program);
		const file = name.replaceAll(path.sep, '/');
		const add = (message: Argument, hint: Argument) => {
			const texts = pair(reader(message), reader(hint));
			// What is one word is a name of the code's own.
			const sentences = texts.filter(each => each.message.includes(' '));
			found.push(...sentences.map(each => ({file, ...each})));
		};
		const addCall = ({callee, arguments: given}: CallExpression | NewExpression) => {
			const place = given.findIndex(
				each => each.type === 'ObjectExpression' && findValue(each, 'hint') !== undefined,
			);
			const options = given[place];
			if (options?.type === 'ObjectExpression') {
				add(given[place - 1], findValue(options, 'hint'));
			} else if (callee.type === 'Identifier' && ownErrors.has(callee.name)) {
				add(given[0], undefined);
			} else if (callee.type === 'Identifier' && callee.name === 'wrong') {
				add(given[0], given[1]);
			}
		};
		simple(program, {
			NewExpression: addCall,
			CallExpression: addCall,
			ObjectExpression(node) {
				const hint = findValue(node, 'hint');
				if (hint !== undefined) {
					add(findValue(node, 'message') ?? findValue(node, 'reason'), hint);
				}
			},
		});
	}

	return found;
}

const ownErrors: ReadonlySet<string> = new Set(['UserError', 'ZoomError', 'AssemblyAIError']);

type Argument = Expression | SpreadElement | undefined;

/** A choice in the message goes with the same choice in the hint. */
function pair(
	messages: readonly string[],
	hints: readonly string[],
): readonly Omit<Message, 'file'>[] {
	return messages.map((message, index) => ({
		message,
		hint: hints.length === messages.length ? hints[index] : hints[0],
	}));
}

/** Reads what an expression may say; nothing where that is not in the same file. */
function createTextReader(program: AnyNode): (node: Argument) => readonly string[] {
	const constants = new Map<string, Expression>();
	simple(program, {
		VariableDeclarator({id, init}) {
			if (id.type === 'Identifier' && init) {
				constants.set(id.name, init);
			}
		},
	});

	function read(node: Argument): readonly string[] {
		switch (node?.type) {
			case 'Literal':
				return typeof node.value === 'string' ? [node.value] : [];
			case 'TemplateLiteral':
				return readTemplate(node);
			case 'ConditionalExpression':
				return [...read(node.consequent), ...read(node.alternate)];
			case 'LogicalExpression':
				return read(node.right);
			case 'Identifier': {
				const value = constants.get(node.name);
				return value?.type === 'Identifier' ? [] : read(value);
			}
			case 'CallExpression':
				// withWords(message, …): the service's own words stand behind it.
				return isNamed(node.callee, 'withWords') ? read(node.arguments[0]) : [];
			default:
				return [];
		}
	}

	function readTemplate({quasis, expressions}: TemplateLiteral): readonly string[] {
		const [first = '', ...others] = quasis.map(({value}) => value.cooked ?? '');
		return others.reduce<readonly string[]>(
			(texts, rest, index) => {
				const expression = expressions[index];
				const choices = expression?.type === 'ConditionalExpression' ? read(expression) : [];
				const parts = choices.length === 0 ? ['…'] : choices;
				return texts.flatMap(text => parts.map(part => text + part + rest));
			},
			[first],
		);
	}

	return read;
}

function isNamed(node: AnyNode, name: string): boolean {
	return node.type === 'Identifier' && node.name === name;
}

function findValue({properties}: ObjectExpression, name: string): Expression | undefined {
	return properties.find((each): each is Property => {
		return each.type === 'Property' && isNamed(each.key, name);
	})?.value;
}
