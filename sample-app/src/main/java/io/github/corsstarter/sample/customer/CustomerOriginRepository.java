package io.github.corsstarter.sample.customer;

import java.sql.ResultSet;
import java.util.List;
import java.util.function.BiConsumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of origins, a row each.
 */
@Repository
class CustomerOriginRepository {

	private final JdbcClient jdbc;

	CustomerOriginRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void forEach(BiConsumer<String, String> action) {
		this.jdbc.sql("select host, origin from customer_origin")
			.query((ResultSet row) -> action.accept(row.getString("host"), row.getString("origin")));
	}

	void replace(String host, List<String> origins) {
		this.jdbc.sql("delete from customer_origin where host = ?").param(host).update();
		for (String origin : origins) {
			this.jdbc.sql("insert into customer_origin (host, origin) values (?, ?)").params(host, origin).update();
		}
	}

}
