package io.stepunit.internal.assertj;

import io.stepunit.internal.text.Printable;
import org.assertj.core.description.Description;
import org.assertj.core.error.DescriptionFormatter;
import org.assertj.core.error.ErrorMessageFactory;
import org.assertj.core.presentation.Representation;

/**
 * A message about an execution: what was expected, what was found, and the evidence.
 *
 * @since 0.1.0
 */
public abstract class ExecutionMessage implements ErrorMessageFactory {
  private final String text;

  /**
   * @param lines what was expected and what was found
   * @param evidence where it happened
   */
  protected ExecutionMessage(Evidence evidence, String... lines) {
    this.text =
        Printable.lines("\n" + String.join("\n", lines).stripTrailing() + "\n" + evidence.text());
  }

  @Override
  public String create(Description description, Representation representation) {
    return DescriptionFormatter.instance().format(description) + text;
  }

  @Override
  public String create(Description description) {
    return DescriptionFormatter.instance().format(description) + text;
  }

  @Override
  public String create() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Text in its own lines, set off from the sentence around it. */
  static String block(String content) {
    return content.indent(2).stripTrailing();
  }
}
