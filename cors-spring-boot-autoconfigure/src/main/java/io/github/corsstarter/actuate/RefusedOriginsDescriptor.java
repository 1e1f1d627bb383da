package io.github.corsstarter.actuate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.origin.data.RefusedOrigin;
import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.text.ClientText;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Description of the entries of origin sources that are left out.
 *
 * @param refused the latest, the last one first
 */
public record RefusedOriginsDescriptor(List<RefusedOriginDescriptor> refused) implements OperationResponseBody {

	private static final int CAPACITY = 100;

	static RefusedOriginsDescriptor of(List<CorsPolicy> policies) {
		Set<AdditionalOrigins> sources = new LinkedHashSet<>();
		for (CorsPolicy policy : policies) {
			AdditionalOrigins additional = policy.additionalOrigins();
			if (additional != null) {
				sources.add(additional);
			}
		}
		List<RefusedOriginDescriptor> refused = new ArrayList<>();
		for (AdditionalOrigins source : sources) {
			String name = source.status().name();
			source.refused().forEach((entry) -> refused.add(RefusedOriginDescriptor.of(name, entry)));
		}
		refused.sort(Comparator.comparing(RefusedOriginDescriptor::at).reversed());
		return new RefusedOriginsDescriptor(refused.stream().limit(CAPACITY).toList());
	}

	/**
	 * Description of an entry that is left out. What the data have is escaped, and cut
	 * off after 512 characters.
	 *
	 * @param source the name of the source
	 * @param tenant the tenant
	 * @param origin the entry
	 * @param rule the id of the rule that refuses it
	 * @param at when it was refused, as an ISO-8601 instant
	 */
	public record RefusedOriginDescriptor(String source, String tenant, String origin, String rule, String at) {

		static RefusedOriginDescriptor of(String source, RefusedOrigin refused) {
			return new RefusedOriginDescriptor(source, ClientText.printable(refused.tenant()),
					ClientText.printable(refused.origin()), refused.rule(), refused.at().toString());
		}

	}

}
