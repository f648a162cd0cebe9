package io.stepunit;

import java.util.List;

/**
 * One Express execution that ran twice, as AWS may run it: both runs have the name, the ARN and the
 * input of the one execution.
 *
 * <pre>{@code
 * AtLeastOnce runs = quote.runTwice(Map.of("currency", "SEK"));
 * assertThat(runs.first()).isSucceeded();
 * assertThat(runs.second()).isSucceeded();
 * }</pre>
 *
 * <p>What is keyed by {@code $$.Execution.Id}, {@code $$.Execution.Name} or the input is so by the
 * same key in both runs; a UUID that a state makes up is another one.
 *
 * @param first the run that began first
 * @param second the other
 */
public record AtLeastOnce(Execution first, Execution second) {
  /** Both runs, in the order in which they began. */
  public List<Execution> runs() {
    return List.of(first, second);
  }
}
