package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.reload.PolicyOrigins;
import io.github.corsstarter.source.OriginSourceBeans;
import io.github.corsstarter.source.OriginSources;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The origins of the beans that policies name. Nothing is looked for as long as no policy
 * names any.
 *
 * @param beans has the beans
 */
record BeanOrigins(ListableBeanFactory beans) implements PolicyOrigins {

	private static final String SOURCES = "corsOriginSources";

	@Override
	public ValidationInput check(ValidationInput input) {
		return input.namesOriginSources() ? input.withProblems(new OriginSourceBeans(this.beans).findUnknown(input))
				: input;
	}

	@Override
	public List<CorsPolicy> compile(CorsSettings settings) {
		OriginSources sources = sources();
		return (sources != null) ? settings.compile(sources::of) : settings.compile();
	}

	@Override
	public void change(List<CorsPolicy> policies, Runnable takeOver) {
		OriginSources sources = sources();
		if (sources != null) {
			sources.change(policies, takeOver);
		}
		else {
			takeOver.run();
		}
	}

	/**
	 * Return what loads the origins. There is none in an application without such beans.
	 */
	private @Nullable OriginSources sources() {
		return this.beans.containsBean(SOURCES) ? this.beans.getBean(SOURCES, OriginSources.class) : null;
	}

}
