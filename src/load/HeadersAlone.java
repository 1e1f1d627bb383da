package io.github.corsstarter.load;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Sends the headers of the sample's policy and decides nothing: what any CORS support has
 * to cost.
 */
@Configuration(proxyBeanMethods = false)
class HeadersAlone {

	@Bean
	FilterRegistrationBean<Filter> filterRegistration() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new HeaderFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
		return registration;
	}

	private static final class HeaderFilter implements Filter {

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			String origin = ((HttpServletRequest) request).getHeader("Origin");
			HttpServletResponse httpResponse = (HttpServletResponse) response;
			if (origin != null) {
				httpResponse.setHeader("Access-Control-Allow-Origin", origin);
				httpResponse.setHeader("Access-Control-Allow-Credentials", "true");
				httpResponse.setHeader("Access-Control-Expose-Headers", "Location, X-Total-Count");
			}
			httpResponse.setHeader("Vary", "Origin");
			chain.doFilter(request, response);
		}

	}

}
