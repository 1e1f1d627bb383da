'use strict';

/*
 * The page is served by http://127.0.0.1 and calls http://localhost on the same port: one process, two origins. It
 * makes the requests of requests.js, a row each; a row passes when its outcome is the expected one.
 */
const answers = new Map();

/** The value of a response header, if the script of a row was let read it. */
function headerRead(id, name) {
	return answers.get(id)?.headers?.[name.toLowerCase()];
}

function pathOf(request) {
	return (typeof request.path === 'function') ? request.path() : request.path;
}

/** Makes one request. Resolves to its outcome and to what there is to tell about it. */
async function run(request) {
	const { method, headers, body, credentials } = request;
	const answer = await performFrom(request.origin ?? location.origin,
		{ url: (request.sameOrigin ? location.origin : api) + pathOf(request), method, headers, body, credentials });
	answers.set(request.id, answer);
	return judge(request, answer);
}

function judge(request, answer) {
	if (answer.outcome !== 'readable') {
		return { outcome: answer.outcome, detail: answer.error };
	}
	if (answer.status !== request.status) {
		return { outcome: `status ${answer.status}`, detail: answer.body };
	}
	if (!request.header) {
		const text = request.read?.(JSON.parse(answer.body));
		return { outcome: 'readable', detail: [answer.status, text].filter(Boolean).join(', ') };
	}
	const value = headerRead(request.id, request.header);
	return (value === undefined) ? { outcome: 'hidden', detail: `${answer.status}, but no ${request.header}` }
		: { outcome: 'readable', detail: `${answer.status}, ${request.header}: ${value}` };
}

function cell(label, ...children) {
	const created = element('td', { role: 'cell' }, ...children);
	created.dataset.label = label;
	return created;
}

function groupHeading(title) {
	return element('tr', { role: 'row' }, element('th', { scope: 'rowgroup', colSpan: 4, role: 'rowheader' }, title));
}

function show(row, request, { outcome, detail }, explained) {
	const passed = (outcome === request.expected);
	row.dataset.outcome = outcome;
	row.dataset.passed = passed;
	const result = cell('Result', badge(passed ? 'good' : 'bad', passed ? '✓ as expected' : '✗ unexpected'));
	result.className = 'result';
	if (explained && !request.sameOrigin) {
		const { method, headers, credentials } = request;
		const href = inspectorLink(
			{ origin: request.origin ?? location.origin, path: pathOf(request), method, headers, credentials });
		result.append(element('a', { className: 'why', href, ariaLabel: `why? ${request.title}` }, 'why?'));
	}
	row.append(cell('Expected', request.expected), cell('Got', `${outcome} (${detail})`), result);
	return passed;
}

async function runAll(explained) {
	const table = document.querySelector('#requests table');
	let total = 0;
	let passed = 0;
	for (const group of groups) {
		const body = table.appendChild(element('tbody', { role: 'rowgroup' }, groupHeading(group.title)));
		for (const request of group.requests) {
			const heading = element('th', { scope: 'row', role: 'rowheader' }, element('strong', {}, request.title),
				element('small', {}, request.note));
			const row = body.appendChild(element('tr', { id: request.id, role: 'row' }, heading));
			row.dataset.expected = request.expected;
			total++;
			passed += show(row, request, await run(request), explained) ? 1 : 0;
		}
	}
	const summary = document.getElementById('summary');
	summary.textContent = (passed === total) ? `✓ All ${total} requests went as expected`
		: `✗ ${total - passed} of ${total} requests went otherwise than expected`;
	summary.classList.add((passed === total) ? 'good' : 'bad');
}

async function start() {
	document.getElementById('page-origin').textContent = location.origin;
	document.getElementById('api-origin').textContent = api;
	if (location.hostname === 'localhost') {
		location.replace(home + location.pathname + location.hash);
		return;
	}
	if (location.origin !== home) {
		const link = document.getElementById('elsewhere-link');
		link.href = `${home}/`;
		link.textContent = link.href;
		document.getElementById('elsewhere').hidden = false;
	}
	const explained = await canExplain();
	document.getElementById('endpoint-note').hidden = !explained;
	document.getElementById('endpoint-link').href = `${api}/actuator/cors`;
	await runAll(explained);
	if (explained) {
		await startInspector();
	}
}

start().finally(() => {
	document.body.dataset.done = 'true';
});
