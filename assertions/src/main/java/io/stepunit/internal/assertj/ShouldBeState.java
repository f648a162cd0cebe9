package io.stepunit.internal.assertj;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.Suggestion;
import java.util.Collection;
import org.assertj.core.description.Description;
import org.assertj.core.error.DescriptionFormatter;
import org.assertj.core.error.ErrorMessageFactory;
import org.assertj.core.presentation.Representation;

/**
 * An assertion names a state that the machine does not have.
 *
 * @since 0.1.0
 */
public final class ShouldBeState implements ErrorMessageFactory {
  private final String text;

  private ShouldBeState(String name, StateMachineDefinition definition, Collection<String> known) {
    String nearest = Suggestion.of(name, known).asSentence();
    this.text =
        """

        There is no state '%s' in %s.%s
        Its states are %s
        """
            .formatted(
                Printable.line(name),
                Printable.line(definition.location().file()),
                nearest,
                Printable.line(String.join(", ", known)));
  }

  /** No state has that name. */
  public static ShouldBeState shouldBeState(
      String name, StateMachineDefinition definition, Collection<String> known) {
    return new ShouldBeState(name, definition, known);
  }

  @Override
  public String create(Description description, Representation representation) {
    return create(description);
  }

  @Override
  public String create(Description description) {
    return DescriptionFormatter.instance().format(description) + text;
  }

  @Override
  public String create() {
    return text;
  }
}
