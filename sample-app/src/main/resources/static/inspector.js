'use strict';

/*
 * The inspector asks /actuator/cors/explain about a request, makes the request from a page of the chosen origin, and
 * shows both. The address of the page holds the question, so that a link can ask it:
 *   #inspect?origin=null&method=PUT&path=/api/books/1&headers=X-Debug: 1&credentials=include
 * Another application than the shop is named by its address with its context path, application=http://localhost:9090/shop,
 * and, where its endpoint is not at /actuator/cors in it, by endpoint=http://localhost:9091/actuator/cors. A link asks the
 * shop alone at once: what a page on this machine may do to other applications, a link from anywhere must not.
 */
const PREFIX = '#inspect?';

const ENDPOINT = '/actuator/cors';

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

const inspector = document.getElementById('inspector');

const form = document.getElementById('inspector-form');

let latest = 0;

/** Links to the explanation of a request. */
function inspectorLink({ origin, path, method = 'GET', headers = {}, credentials = '', application = api,
	endpoint = ENDPOINT }) {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join('\n');
	const parameters = new URLSearchParams({ origin, method, path, headers: lines, credentials });
	if (application !== api) {
		parameters.set('application', application);
	}
	if (endpoint !== ENDPOINT) {
		parameters.set('endpoint', endpoint);
	}
	return PREFIX + parameters;
}

function isOfTheShop({ application, endpoint }) {
	return application === api && endpoint === ENDPOINT;
}

/** A path of the endpoint is one within the application, as those of requests are. */
function endpointAddress({ application, endpoint }) {
	return endpoint.startsWith('/') ? application + endpoint : endpoint;
}

/** Asks the endpoint where the API is called, for that is where the application knows its own origin. */
async function explain(question) {
	const parameters = new URLSearchParams({ path: question.path, origin: question.origin, method: question.method });
	const names = Object.entries(question.headers).filter((header) => !isFormType(header)).map(([name]) => name);
	if (names.length > 0) {
		parameters.set('headers', names.join(','));
	}
	const url = `${endpointAddress(question)}/explain?${parameters}`;
	const answer = await perform({ url });
	return { url, ...answer, json: parsed(answer.body) };
}

/** What another application answers may be anything. */
function parsed(body) {
	try {
		return JSON.parse(body);
	}
	catch {
		return undefined;
	}
}

/** A content type that forms can have needs no preflight; the endpoint takes each for one that does. */
function isFormType([name, value]) {
	return name.toLowerCase() === 'content-type' && FORM_TYPES.includes(value.split(';')[0].trim().toLowerCase());
}

async function canExplain() {
	const question = { application: api, endpoint: ENDPOINT, path: '/', origin: location.origin, method: 'GET', headers: {} };
	return (await explain(question)).status === 200;
}

/**
 * Whether a browser lets a script read the response that the endpoint foretells; undefined when it is for the
 * application to answer, without a policy.
 * See https://fetch.spec.whatwg.org/#cors-check
 */
function isReadable(explanation, { origin, credentials }) {
	if (explanation.outcome === 'not-governed') {
		return undefined;
	}
	const answers = explanation.preflight.needed ? [explanation.preflight, explanation.actual] : [explanation.actual];
	return explanation.outcome === 'same-origin'
		|| (explanation.outcome === 'allowed' && answers.every(({ headers }) => isShared(headers, origin, credentials)));
}

function isShared(headers, origin, credentials) {
	const allowed = headers['Access-Control-Allow-Origin'];
	return (credentials === 'include')
		? allowed === origin && headers['Access-Control-Allow-Credentials'] === 'true'
		: allowed === '*' || allowed === origin;
}

function readQuestion() {
	const { application, endpoint, origin, method, path, headers, credentials } = form.elements;
	const lines = headers.value.split('\n').map((line) => line.split(/:(.*)/s)).filter(([name]) => name.trim());
	const address = new URL(application.value);
	return {
		application: withoutSlash(address.origin + address.pathname), endpoint: withoutSlash(endpoint.value.trim()),
		origin: origin.value.trim(), method: method.value, path: path.value.trim(),
		headers: Object.fromEntries(lines.map(([name, value = '']) => [name.trim(), value.trim()])),
		credentials: credentials.checked ? 'include' : 'omit'
	};
}

function withoutSlash(address) {
	return address.replace(/\/+$/, '');
}

function fillForm(parameters) {
	form.elements.application.value = parameters.get('application') ?? api;
	form.elements.endpoint.value = parameters.get('endpoint') ?? ENDPOINT;
	for (const name of ['origin', 'method', 'path', 'headers']) {
		form.elements[name].value = parameters.get(name) ?? '';
	}
	form.elements.credentials.checked = (parameters.get('credentials') === 'include');
}

/** Asks what the form says, and shows both answers side by side. */
async function ask() {
	const turn = ++latest;
	const question = readQuestion();
	inspector.setAttribute('aria-busy', 'true');
	const explained = await explain(question);
	const { application, origin, path, method, headers, credentials } = question;
	const done = await performFrom(origin, { url: application + path, method, headers, credentials });
	if (turn !== latest) {
		return;
	}
	showExplanation(explained, question);
	showBrowser(done, question);
	const explanation = isExplanation(explained) ? explained.json : undefined;
	showVerdict(explanation, done, question);
	inspector.dataset.asked = location.hash;
	inspector.removeAttribute('aria-busy');
}

function showVerdict(explanation, done, question) {
	const readable = explanation && isReadable(explanation, question);
	const verdict = document.getElementById('verdict');
	inspector.dataset.explained = explanation?.outcome ?? 'unknown';
	inspector.dataset.readable = String(readable);
	inspector.dataset.outcome = done.outcome;
	verdict.className = 'summary';
	if (readable === undefined) {
		verdict.textContent = explanation ? 'No policy governs the path: it is for the application to decide'
			: 'The endpoint cannot answer that';
	}
	else if (done.outcome === 'unknown') {
		verdict.textContent = 'Explained, but not tried';
	}
	else if (readable === (done.outcome === 'readable')) {
		verdict.textContent = readable ? '✓ As explained: the script reads the response'
			: '✓ As explained: the script does not get the response';
		verdict.classList.add('good');
	}
	else {
		verdict.textContent = '✗ The browser did otherwise than explained';
		verdict.classList.add('bad');
	}
}

function isExplanation({ status, json }) {
	return status === 200 && Boolean(json?.outcome && json.preflight && json.actual);
}

function showExplanation(explained, question) {
	const { url, status, json, error } = explained;
	const panel = document.getElementById('explained');
	if (error && !isOfTheShop(question)) {
		panel.replaceChildren(...howToLetIn(question));
		return;
	}
	if (!isExplanation(explained)) {
		const message = json?.message ?? error ?? `The endpoint answered ${status}, but explained nothing.`;
		panel.replaceChildren(element('p', { className: 'notice' }, message));
		return;
	}
	const explanation = json;
	const allowed = ['allowed', 'same-origin'].includes(explanation.outcome);
	const kind = allowed ? 'good' : (explanation.outcome === 'rejected') ? 'bad' : '';
	panel.replaceChildren(
		element('p', {}, badge(kind, explanation.outcome), ' ',
			...(explanation.reason ? [element('code', {}, explanation.reason)] : [])),
		element('p', {}, explanation.explanation));
	if (explanation.remedy) {
		panel.append(element('p', { className: 'remedy' }, explanation.remedy));
	}
	if (explanation.outcome === 'allowed' && isReadable(explanation, question) === false) {
		panel.append(element('p', { className: 'remedy' }, 'The policy allows no credentials, and this request has them: '
			+ 'the browser keeps the response from the script.'));
	}
	panel.append(facts([
		['Policy', explanation.policy && `${explanation.policy}, by ${explanation.matchedPath}`],
		['Origin accepted by', explanation.matchedBy],
		...preflightFacts(explanation.preflight),
		...actualFacts(explanation, question)
	]), element('details', {}, element('summary', {}, 'The answer as JSON'),
		element('pre', {}, JSON.stringify(explanation, null, 2)),
		element('p', {}, element('a', { href: url }, 'Ask the endpoint itself'))));
}

/** An application has to expose its endpoint, and to allow this page to read it. */
function howToLetIn(question) {
	const { application } = question;
	const address = endpointAddress(question);
	// Policies leave the context path out
	const path = address.startsWith(`${application}/`) ? address.slice(application.length) : new URL(address).pathname;
	return [element('p', { className: 'notice' }, `No application lets this page read ${address}.`),
		element('p', {}, 'If it runs, expose the endpoint and allow this page there, on your machine alone:'),
		element('pre', {}, [
			'management:', '  endpoints:', '    web:', '      exposure:', '        include: [health, cors]',
			'cors:', '  policies:', '    inspector:', `      paths: ${path}/**`, `      allowed-origins: ${location.origin}`,
			'      allowed-methods: GET'].join('\n'))];
}

function preflightFacts(preflight) {
	return preflight.needed ? [['Preflight', `needed, ${answerLine(preflight)}`], ['', headerLines(preflight.headers)]]
		: [['Preflight', 'not needed']];
}

function actualFacts(explanation, question) {
	const { preflight, actual } = explanation;
	const sent = !preflight.needed || isReadable(explanation, question) !== false;
	return sent ? [['Request', answerLine(actual)], ['', headerLines(actual.headers)]]
		: [['Request', 'not sent, because the preflight fails']];
}

function answerLine({ status }) {
	return (status === null) ? 'answered by the application, to which are added' : `answered with ${status}`;
}

function headerLines(headers) {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	return element('pre', {}, lines.join('\n') || 'no header');
}

function facts(pairs) {
	return element('dl', {}, ...pairs.filter(([, value]) => value).flatMap(([name, value]) => name
		? [element('dt', {}, name), element('dd', {}, value)] : [element('dd', { className: 'headers' }, value)]));
}

function showBrowser(done, question) {
	document.getElementById('done').replaceChildren(...browserReport(done, question));
}

function browserReport(done, question) {
	const call = element('pre', {}, describe(question));
	if (done.outcome === 'readable') {
		return [element('p', {}, badge('good', 'readable')), call, facts([
			['Status', String(done.status)],
			['Headers that the script can read', ' '],
			['', headerLines(done.headers)],
			['Body', ' '],
			['', element('pre', {}, done.body.slice(0, 400) || 'empty')]
		])];
	}
	if (done.outcome === 'blocked') {
		return [element('p', {}, badge('bad', 'blocked')), call, element('p', {}, element('code', {}, done.error)),
			element('p', {}, 'The script is told no more than that. The console of the developer tools names the cause.')];
	}
	return [element('p', {}, badge('', 'not tried')), element('p', {}, `Nothing: ${done.error}.`),
		element('p', {}, 'Anybody can send the same request, and see the same answer, without a browser:'),
		element('pre', {}, curl(question))];
}

function describe({ application, origin, method, path, headers, credentials }) {
	const options = [`method: '${method}'`];
	if (Object.keys(headers).length > 0) {
		options.push(`headers: ${JSON.stringify(headers)}`);
	}
	options.push(`credentials: '${credentials}'`);
	return `// in a page of ${origin}\nfetch('${application}${path}', {\n  ${options.join(',\n  ')}\n})`;
}

function curl({ application, origin, method, path, headers }) {
	const words = ['curl -i', `-X ${method}`, `-H ${quote(`Origin: ${origin}`)}`,
		...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`), quote(application + path)];
	return words.join(' \\\n  ');
}

function quote(text) {
	return `'${text.replaceAll('\'', '\'\\\'\'')}'`;
}

function askLinked() {
	if (location.hash.startsWith(PREFIX)) {
		fillForm(new URLSearchParams(location.hash.slice(PREFIX.length)));
		document.getElementById('inspector-title').focus();
		return (form.checkValidity() && isOfTheShop(readQuestion())) ? ask() : wait();
	}
	return undefined;
}

/** Leaves it to the reader to ask another application. */
async function wait() {
	latest++;
	for (const id of ['explained', 'done']) {
		document.getElementById(id).replaceChildren();
	}
	const verdict = document.getElementById('verdict');
	verdict.className = 'summary';
	verdict.textContent = `The link is about ${form.elements.application.value}: look at it, then press Ask`;
	inspector.removeAttribute('aria-busy');
}

/** Shows the inspector, with the answer to the question in the page's address or to a first one. */
async function startInspector() {
	document.getElementById('origins').replaceChildren(
		...[location.origin, api, at('shop.localhost'), 'null', 'https://bookshop.example.com']
			.map((value) => element('option', { value })));
	fillForm(new URLSearchParams({ origin: location.origin, method: 'PATCH', path: '/api/books/1',
		headers: 'Content-Type: application/json' }));
	inspector.hidden = false;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const link = inspectorLink(readQuestion());
		if (link !== location.hash) {
			history.pushState(null, '', link);
		}
		ask();
	});
	addEventListener('hashchange', askLinked);
	await (askLinked() ?? ask());
}
