import {userId} from './identifiers.ts';

/** Somebody with a Zoom user in the sandbox's account. */
export type Person = {
	/** How this program's own data refers to the person. */
	readonly key: string;
	/** Zoom's id; a pending user has none. */
	readonly id: string | undefined;
	readonly email: string;
	readonly firstName: string;
	readonly lastName: string;
	/** Missing for some users, as it is at Zoom. */
	readonly displayName: string | undefined;
	/** What colleagues say when they talk to the person, in Latin letters. */
	readonly spokenName: string;
	/** The same in a talk in Japanese. */
	readonly japaneseName: string;
	readonly status: 'active' | 'inactive' | 'pending';
	/** 1: Basic, 2: Licensed. */
	readonly plan: 1 | 2;
	readonly department: string;
	readonly timezone: string;
	readonly language: string;
};

type Details = Omit<
	Person,
	'id' | 'email' | 'displayName' | 'status' | 'plan' | 'japaneseName' | 'language'
> &
	Partial<Pick<Person, 'email' | 'displayName' | 'status' | 'plan' | 'japaneseName' | 'language'>>;

/** Fills in what is the same for nearly everybody. */
export function person(details: Details): Person {
	const {key, firstName, lastName, spokenName} = details;
	const status = details.status ?? 'active';
	return {
		plan: 2,
		language: 'en-US',
		email: `${key}@northquay.example`,
		japaneseName: `${spokenName}さん`,
		displayName: `${firstName} ${lastName}`,
		...details,
		status,
		id: status === 'pending' ? undefined : userId(key),
	};
}

/** Everybody at Northquay, which makes software for ferries and harbours, in the order that Zoom lists them. */
export const people: readonly Person[] = [
	person({
		key: 'ada.moreau',
		firstName: 'Ada',
		lastName: 'Moreau',
		spokenName: 'Ada',
		japaneseName: 'エイダさん',
		department: 'Product',
		timezone: 'Europe/Paris',
	}),
	person({
		key: 'lukasz.wisniewski',
		firstName: 'Łukasz',
		lastName: 'Wiśniewski',
		spokenName: 'Łukasz',
		department: 'Engineering',
		timezone: 'Europe/Warsaw',
		language: 'pl-PL',
	}),
	person({
		key: 'priya.sharma',
		firstName: 'प्रिया',
		lastName: 'शर्मा',
		spokenName: 'Priya',
		japaneseName: 'プリヤさん',
		department: 'Engineering',
		timezone: 'Asia/Kolkata',
	}),
	person({
		key: 'siobhan.nibhriain',
		firstName: 'Siobhán',
		lastName: 'Ní Bhriain',
		spokenName: 'Siobhán',
		department: 'Operations',
		timezone: 'Europe/Dublin',
	}),
	person({
		key: 'olga.smirnova',
		firstName: 'Ольга',
		lastName: 'Смирнова',
		spokenName: 'Olga',
		department: 'Data',
		timezone: 'Asia/Tbilisi',
		language: 'ru-RU',
	}),
	person({
		key: 'misaki.sato',
		firstName: '美咲',
		lastName: '佐藤',
		displayName: '佐藤 美咲',
		spokenName: 'Misaki',
		japaneseName: '佐藤さん',
		department: 'Design',
		timezone: 'Asia/Tokyo',
		language: 'jp-JP',
	}),
	person({
		key: 'kenji.mori',
		firstName: '健司',
		lastName: '森',
		displayName: '森 健司',
		spokenName: 'Kenji',
		japaneseName: '森さん',
		department: 'Design',
		timezone: 'Asia/Tokyo',
		language: 'jp-JP',
	}),
	person({
		key: 'ahmad.almansouri',
		firstName: 'أحمد',
		lastName: 'المنصوري',
		spokenName: 'Ahmad',
		department: 'Sales',
		timezone: 'Asia/Dubai',
	}),
	person({
		key: 'juergen.gross',
		firstName: 'Jürgen',
		lastName: 'Groß',
		spokenName: 'Jürgen',
		department: 'Finance',
		timezone: 'Europe/Berlin',
		language: 'de-DE',
	}),
	person({
		key: 'mariajose.nunez',
		firstName: 'María José',
		lastName: 'Núñez',
		spokenName: 'María José',
		department: 'Customer Success',
		timezone: 'Europe/Madrid',
		language: 'es-ES',
	}),
	person({
		key: 'hong.nguyen',
		firstName: 'Hồng',
		lastName: 'Nguyễn Thị',
		displayName: 'Nguyễn Thị Hồng',
		spokenName: 'Hồng',
		department: 'Support',
		timezone: 'Asia/Ho_Chi_Minh',
	}),
	person({
		key: 'noah.okafor',
		firstName: 'Noah',
		lastName: 'Okafor',
		displayName: undefined,
		spokenName: 'Noah',
		department: '',
		timezone: 'America/New_York',
	}),
	person({
		key: 'theodora.papadopoulou',
		firstName: 'Θεοδώρα',
		lastName: 'Παπαδοπούλου',
		spokenName: 'Theodora',
		department: 'Legal',
		timezone: 'Europe/Athens',
		plan: 1,
	}),
	person({
		key: 'bartholomew.quigley',
		firstName: 'Bartholomew',
		lastName: 'Quigley',
		spokenName: 'Bart',
		department: 'Operations',
		timezone: 'Europe/London',
		status: 'inactive',
		plan: 1,
	}),
	person({
		key: 'newcomer',
		email: 'j.lindqvist@northquay.example',
		firstName: '',
		lastName: '',
		displayName: undefined,
		spokenName: 'Jonas',
		department: '',
		timezone: '',
		status: 'pending',
	}),
];

/** People from outside who join calls: they have no user, only a name on the screen. */
export const guests: readonly Person[] = [
	person({
		key: 'guest.ewan',
		firstName: 'Ewan',
		lastName: 'Drummond (Skerry Ferries)',
		spokenName: 'Ewan',
		department: '',
		timezone: 'Europe/London',
	}),
	person({
		key: 'guest.camila',
		firstName: 'Camila',
		lastName: 'Otero (Puerto de Vigo)',
		spokenName: 'Camila',
		department: '',
		timezone: 'Europe/Madrid',
	}),
	person({
		key: 'guest.ines',
		firstName: 'Inês',
		lastName: 'Carvalho',
		spokenName: 'Inês',
		department: '',
		timezone: 'Europe/Lisbon',
	}),
	person({
		key: 'guest.harald',
		firstName: 'Harald',
		lastName: 'Vogt (Hafen Kiel)',
		spokenName: 'Harald',
		department: '',
		timezone: 'Europe/Berlin',
	}),
	person({
		key: 'guest.professor',
		firstName: 'Prof. Miriam',
		lastName: 'Adler',
		spokenName: 'Miriam',
		department: '',
		timezone: 'Europe/London',
	}),
];
