package io.stepunit.junit;

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
}
