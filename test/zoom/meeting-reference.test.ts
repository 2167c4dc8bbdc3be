import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	encodeMeetingReference,
	parseMeetingReference,
} from '../../source/zoom/meeting-reference.ts';

test.each([
	['81234567890', '81234567890'],
	[' 812 3456 7890 ', '81234567890'],
	['812-3456-7890', '81234567890'],
	['812 3456 789', '8123456789'],
	['812\u00A03456\u00A07890', '81234567890'],
])('%o is a meeting number', (text, number) => {
	expect(parseMeetingReference(text)).toEqual({type: 'number', number});
});

test.each(['/Abc//d+e==', 'hG4mX9AJSZqJ2H7xyqkqVw==', 'uuid-1', '1234'])('%o is a UUID', uuid => {
	expect(parseMeetingReference(` ${uuid}\n`)).toEqual({type: 'uuid', uuid});
});

test('nothing is no meeting', () => {
	expect(() => parseMeetingReference('  ')).toThrow(expect.objectContaining({code: 'usage'}));
});

test('a UUID is encoded twice, so that it stays one part of the path', () => {
	expect(encodeMeetingReference({type: 'uuid', uuid: '/a//b=='})).toBe(
		'%252Fa%252F%252Fb%253D%253D',
	);
	fc.assert(
		fc.property(fc.base64String({minLength: 4}), uuid => {
			const encoded = encodeMeetingReference({type: 'uuid', uuid});
			expect(encoded).not.toMatch(/[/+=]/);
			expect(decodeURIComponent(decodeURIComponent(encoded))).toBe(uuid);
		}),
	);
});
