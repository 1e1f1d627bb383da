package io.github.corsstarter.inspect.servlet;

import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.Reach;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.inspect.UniformRespondent;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * What one of Spring's filters is made of, or what it answers if that cannot be found
 * out.
 */
final class FilterReader {

	private final Supplier<SourceBeans> beans;

	private final ServletPath servletPath;

	private final SourceProbe probe;

	/**
	 * Create the search.
	 * @param beans where the sources are that filters can have
	 * @param own the type of the source that answers what the policies decide
	 * @param servletPath the path of the dispatcher servlet
	 * @param probe asks those that cannot be read
	 */
	FilterReader(Beans beans, Class<? extends CorsConfigurationSource> own, ServletPath servletPath,
			SourceProbe probe) {
		this.beans = SingletonSupplier.of(() -> SourceBeans.of(beans, own));
		this.servletPath = servletPath;
		this.probe = probe;
	}

	/**
	 * Reads a filter.
	 * @param kind what it is a part of
	 * @param name the name of that
	 * @param filter the filter
	 * @param reach what it is called for
	 * @param respondent answers in place of the filter if that has to be asked
	 * @return what it allows; nothing if it only asks the policies or the handler
	 * mappings, which are read elsewhere
	 */
	List<CorsSource> read(CorsSource.Kind kind, String name, CorsFilter filter, Supplier<Reach> reach,
			Respondent respondent) {
		return TimeLimit.await(() -> readOrAsk(kind, name, filter, reach, respondent),
				(opaque) -> List.of(CorsSource.code(kind, name, List.of(), opaque)));
	}

	private List<CorsSource> readOrAsk(CorsSource.Kind kind, String name, CorsFilter filter, Supplier<Reach> reach,
			Respondent respondent) {
		FilterProbe probe = new FilterProbe(filter, this.servletPath);
		Class<?> type = probe.sourceType();
		if (type != null && this.beans.get().isDelegating(type)) {
			return List.of();
		}
		SourceBean bean = (filter.getClass() == CorsFilter.class) ? sourceAnsweringAs(probe, reach) : null;
		if (bean != null) {
			return bean.sources(kind, name, this.servletPath);
		}
		boolean uniform = type == DefaultCorsProcessor.class;
		return List.of(this.probe.source(kind, name, reach, uniform ? new UniformRespondent(respondent) : respondent));
	}

	private @Nullable SourceBean sourceAnsweringAs(FilterProbe probe, Supplier<Reach> reach) {
		if (beans().isEmpty()) {
			return null;
		}
		List<HandlerPath> paths = this.probe.paths(reach.get());
		return beans().stream().filter((known) -> probe.answersAs(known, paths)).findFirst().orElse(null);
	}

	/**
	 * Return the beans that are a source.
	 * @return the beans, read or not
	 */
	List<SourceBean> beans() {
		return this.beans.get().read();
	}

	/**
	 * Asks what cannot be read, and is called for anything.
	 * @param kind what it is
	 * @param name its name
	 * @param respondent answers for it
	 * @return what it allows
	 */
	CorsSource ask(CorsSource.Kind kind, String name, Respondent respondent) {
		return this.probe.source(kind, name, respondent);
	}

}
