'use strict';

/*
 * Two customers of the shop, each with a host at the shop and a page of its own. Which origins they have is in a table:
 * this page enters those of their pages on this machine, as an administrator would, and lets each page call both hosts.
 */
const customers = ['a', 'b'].map((name) => ({
	name, host: `${name}.localhost`, page: at(`shop-${name}.localhost`), api: at(`${name}.localhost`)
}));

function enter({ host, page }) {
	return fetch(`/customers/${host}/origins`, {
		method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify([page])
	});
}

async function showCall(from, to) {
	const answer = await performFrom(from.page, { url: `${to.api}/customer` });
	const expected = (from === to) ? 'readable' : 'blocked';
	const kind = (answer.outcome === expected) ? 'good' : 'bad';
	const row = element('tr', { id: `customer-${from.name}-calls-${to.name}`, role: 'row' },
		cell('Page', from.page), cell('Calls', to.api), cell('Got', badge(kind, answer.outcome)));
	row.dataset.outcome = answer.outcome;
	document.querySelector('#customers tbody').append(row);
}

async function showCustomers() {
	const entered = await Promise.all(customers.map(enter));
	if (!entered.every((response) => response.ok)) {
		return;
	}
	document.getElementById('customers').hidden = false;
	for (const from of customers) {
		for (const to of customers) {
			await showCall(from, to);
		}
	}
}

if (location.origin === home) {
	showCustomers();
}
