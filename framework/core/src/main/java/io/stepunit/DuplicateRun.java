package io.stepunit;

import java.util.List;

/**
 * The two runs of an Express execution that AWS ran more than once: both have the same name, ARN
 * and input.
 *
 * <pre>{@code
 * DuplicateRun runs = quote.runAtLeastOnce(Map.of("currency", "SEK"));
 * assertThat(runs.first()).isSucceeded();
 * assertThat(runs.second()).isSucceeded();
 * }</pre>
 *
 * <p>What is keyed by {@code $$.Execution.Id}, {@code $$.Execution.Name} or the input is so by the
 * same key in both runs; a UUID that a state makes up is another one.
 *
 * @param first the run that began first
 * @param second the other
 * @since 0.1.0
 */
public record DuplicateRun(Execution first, Execution second) {
  /** Returns both runs in the order in which they began. */
  public List<Execution> runs() {
    return List.of(first, second);
  }
}
