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

test.each([
	['hG4mX9AJSZqJ2H7xyqkqVw%3D%3D', 'hG4mX9AJSZqJ2H7xyqkqVw=='],
	['%252Fabc%252F%252Fd%253D%253D', '/abc//d=='],
	['https://zoom.us/recording/detail?meeting_id=hG4mX9AJ%2B%3D%3D', 'hG4mX9AJ+=='],
	['https://zoom.us/recording/management/detail?meeting_id=%2Fa%2F%2Fb%3D%3D', '/a//b=='],
])('%s stands for a UUID', (text, uuid) => {
	expect(parseMeetingReference(text)).toEqual({type: 'uuid', uuid});
});

test.each([
	['Meeting ID: 812 3456 7890', '81234567890'],
	['https://us02web.zoom.us/j/81234567890?pwd=abc', '81234567890'],
	['zoom.us/j/81234567890', '81234567890'],
	['Join: <https://company.zoom.us/j/81234567890>.', '81234567890'],
	['https://zoom.us/wc/join/81234567890', '81234567890'],
	['https://zoom.us/wc/81234567890/join', '81234567890'],
	['https://zoomgov.com/w/1601234567?tk=x', '1601234567'],
])('%s stands for a number', (text, number) => {
	expect(parseMeetingReference(text)).toEqual({type: 'number', number});
});

test.each([
	['https://us06web.zoom.us/rec/share/AbC-d_e.f9?pwd=x', ['AbC-d_e.f9'], undefined],
	['Ada shared <https://zoom.us/rec/play/AbC.def> with you', ['AbC.def'], undefined],
	[
		'https://zoom.us/rec/play/P1?startTime=1763978400000&originRequestUrl=https%3A%2F%2Fzoom.us%2Frec%2Fshare%2FS1%3Fpwd%3Dx',
		['P1', 'S1'],
		new Date(1_763_978_400_000),
	],
])('%s is a link to a recording', (text, tokens, start) => {
	expect(parseMeetingReference(text)).toEqual({type: 'link', tokens, start});
});

test.each([
	'https://zoom.us/my/ada.moreau',
	'https://example.com/rec',
	'https://zoom.us/rec/download/abc',
	'https://zoom.us/',
])('%s leads to no meeting', text => {
	expect(() => parseMeetingReference(text)).toThrow(expect.objectContaining({code: 'usage'}));
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
