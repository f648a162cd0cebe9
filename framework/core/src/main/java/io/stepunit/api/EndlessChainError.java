package io.stepunit.api;

/**
 * Executions start each other without an end. AWS would go on, and so would the bill. Aborts the
 * test; no Retry and no Catch sees it.
 */
public final class EndlessChainError extends AssertionError {
  private static final long serialVersionUID = 1L;

  EndlessChainError(String machine, String execution, int longest) {
    super(
        """
        The execution '%s' would start one more of '%s': it is the last of a chain of %d executions \
        each of which was started by the one before. Does the machine ever stop starting itself? \
        StepFunctionsEnvironment.builder().longestChain(n) allows longer chains."""
            .formatted(execution, machine, longest));
  }
}
