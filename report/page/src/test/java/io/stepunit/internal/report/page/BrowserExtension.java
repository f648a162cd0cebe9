package io.stepunit.internal.report.page;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests pages in a browser, which is started once. */
final class BrowserExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
  private static final String MISSING =
      "There is no Chromium with its driver in the path: install chromium and chromium-driver to run"
          + " the tests of the page.";

  @Override
  public void beforeAll(ExtensionContext context) {
    if (browser(context).isEmpty()) {
      if ("required".equals(System.getProperty("stepunit.browser"))) {
        throw new IllegalStateException(MISSING);
      }
      Assumptions.abort(MISSING);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Pages.class;
  }

  @Override
  public Pages resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Pages.class, key -> new Pages(browser(context).orElseThrow()), Pages.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Pages pages = context.getStore(NAMESPACE).get(Pages.class, Pages.class);
    if (pages != null && context.getExecutionException().isEmpty()) {
      pages.requireQuiet();
    }
  }

  private static Optional<Chromium> browser(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, key -> new Running(Chromium.start()), Running.class)
        .browser();
  }

  /** Closed by whichever of the two types this version of JUnit looks at. */
  private record Running(Optional<Chromium> browser) implements CloseableResource, AutoCloseable {
    @Override
    public void close() throws Exception {
      if (browser.isPresent()) {
        browser.get().close();
      }
    }
  }
}
