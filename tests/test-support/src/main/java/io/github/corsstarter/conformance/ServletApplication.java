package io.github.corsstarter.conformance;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * An application on Spring MVC that answers every path, behind every other filter.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ServletApplication {

	/**
	 * Starts the application; what processes it ahead of time stops half way.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		AheadOfTimeBuild.run(ServletApplication.class, WebApplicationType.SERVLET, args);
	}

	@Bean
	ApplicationCalls applicationCalls() {
		return new ApplicationCalls();
	}

	@Bean
	Filter application(ApplicationCalls calls) {
		return new ApplicationFilter(calls);
	}

	private static final class ApplicationFilter implements Filter {

		private final ApplicationCalls calls;

		ApplicationFilter(ApplicationCalls calls) {
			this.calls = calls;
		}

		@Override
		public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
				throws IOException, ServletException {
			this.calls.increment();
			answer((HttpServletRequest) request, (HttpServletResponse) response);
		}

		private static void answer(HttpServletRequest request, HttpServletResponse response)
				throws IOException, ServletException {
			if (request.getHeader(RunningApplication.CLEAR) != null) {
				response.reset();
			}
			for (String line : Collections.list(lines(request))) {
				String[] header = line.split(": ", 2);
				response.addHeader(header[0], header[1]);
			}
			if (request.getHeader(RunningApplication.FAIL) != null) {
				throw new ServletException(request.getHeader(RunningApplication.FAIL));
			}
			int status = Math.max(HttpServletResponse.SC_OK, request.getIntHeader(RunningApplication.ANSWER));
			if (status >= 400) {
				response.sendError(status);
				return;
			}
			response.setStatus(status);
			response.getWriter().write("the application's answer");
		}

		private static Enumeration<String> lines(HttpServletRequest request) {
			return request.getHeaders(RunningApplication.ADD);
		}

	}

}
