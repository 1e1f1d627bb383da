package io.github.corsstarter.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.origin.data.JudgedOrigin;
import io.github.corsstarter.origin.data.OriginStore;

/**
 * The origins of tenants as {@link OriginSources} has them.
 */
public final class StoredTenantOrigins implements TenantOrigins {

	private final OriginSources sources;

	/**
	 * Create the origins.
	 * @param sources has them
	 */
	public StoredTenantOrigins(OriginSources sources) {
		this.sources = sources;
	}

	@Override
	public Verdict check(String source, String origin) {
		JudgedOrigin judged = this.sources.judge(origins(source)).judge(origin);
		return new Verdict(judged.normalized(), judged.rule(), judged.message());
	}

	@Override
	public Result replace(String source, String tenant, Collection<String> origins) {
		List<String> given = List.copyOf(origins);
		List<JudgedOrigin> judged = store(source).replace(tenant, given);
		Set<String> accepted = new LinkedHashSet<>();
		List<Refused> refused = new ArrayList<>();
		for (int i = 0; i < given.size(); i++) {
			JudgedOrigin one = judged.get(i);
			if (one.isRefused()) {
				refused.add(new Refused(given.get(i), String.valueOf(one.rule()), String.valueOf(one.message())));
			}
			else {
				accepted.add(String.valueOf(one.normalized()));
			}
		}
		return new Result(List.copyOf(accepted), List.copyOf(refused));
	}

	@Override
	public void remove(String source, String tenant) {
		store(source).remove(tenant);
	}

	@Override
	public void reload(String source) {
		this.sources.reload(origins(source));
	}

	private OriginStore store(String source) {
		LoadedOrigins origins = origins(source);
		origins.dropIfStale();
		return origins.store();
	}

	private LoadedOrigins origins(String source) {
		if (!this.sources.isSource(source)) {
			throw new IllegalArgumentException("There is no bean '" + source + "' of type OriginSource.");
		}
		return this.sources.origins(source);
	}

}
