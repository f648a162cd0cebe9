package io.stepunit.internal.load.template;

import java.util.Map;
import java.util.Optional;

/**
 * What the test says that placeholders stand for: by the name in {@code ${name}}, such as {@code
 * Stage}, {@code ChargeFunction.Arn} or {@code AWS::Region}.
 */
public final class GivenValues {
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Partition", "aws",
          "AWS::Region", "us-east-1",
          "AWS::AccountId", "123456789012",
          "AWS::URLSuffix", "amazonaws.com");

  private final Map<String, String> values;
  private final Map<String, String> surroundings;

  /**
   * @param values what the test says
   * @param surroundings what is known of where the template is deployed, such as {@code
   *     AWS::Region}; the rest has defaults
   */
  public GivenValues(Map<String, String> values, Map<String, String> surroundings) {
    this.values = Map.copyOf(values);
    this.surroundings = Map.copyOf(surroundings);
  }

  Optional<String> of(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** What a template knows without being told, unless the test says otherwise. */
  Optional<String> ofPseudoParameter(String name) {
    return of(name)
        .or(() -> Optional.ofNullable(surroundings.get(name)))
        .or(() -> Optional.ofNullable(PSEUDO_PARAMETERS.get(name)));
  }
}
