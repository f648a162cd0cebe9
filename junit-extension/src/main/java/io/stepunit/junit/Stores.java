package io.stepunit.junit;

import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.TestRecording;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the extension keeps its state: never in fields, as tests run in parallel. */
final class Stores {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(StateMachineExtension.class);

  private Stores() {}

  /** What lives as long as the context, and is seen by the contexts below it. */
  static ExtensionContext.Store of(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** What all tests of a run share. */
  static ExtensionContext.Store ofRun(ExtensionContext context) {
    return of(context.getRoot());
  }

  /**
   * What all tests of a run share that ask by one key: it is made for the first of them. Where that
   * fails, the next one tries again.
   */
  static <V> V once(ExtensionContext context, Object key, Class<V> type, Supplier<V> make) {
    ExtensionContext.Store shared = ofRun(context);
    V known = shared.get(key, type);
    if (known == null) {
      known = make.get();
      shared.put(key, known);
    }
    return known;
  }

  /**
   * The same for what all runs of the tests have in common: where they run many times, as for
   * mutants, it is made for the first run.
   */
  static <V> V onceForAll(ExtensionContext context, Object key, Class<V> type, Supplier<V> make) {
    return CurrentTest.recording()
        .flatMap(TestRecording::shared)
        .map(shared -> shared.once(key, type, make))
        .orElseGet(() -> once(context, key, type, make));
  }
}
