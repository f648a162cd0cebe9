package io.stepunit.internal.text;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The names that there are, for messages about one that there is not. Of many only some are listed,
 * and none beside the one that was probably meant.
 *
 * @param what what the names are, to begin a sentence with: {@code Its states}
 */
public record KnownNames(String what, Collection<String> names) {
  private static final int SHOWN = 10;

  /**
   * The sentences that end a message, with the blank before them: {@code Did you mean 'Charge'? Its
   * states: Charge, Ship.}
   */
  public String hintFor(String written) {
    Suggestion nearest = Suggestion.of(written, names);
    boolean many = names.size() > SHOWN;
    return many && nearest.name().isPresent()
        ? nearest.asSentence()
        : nearest.asSentence() + listed();
  }

  /** The sentence that lists them, with the blank before it; empty if there are none. */
  public String listed() {
    if (names.isEmpty()) {
      return "";
    }
    int more = names.size() - SHOWN;
    return names.stream()
        .limit(SHOWN)
        .map(Printable::line)
        .collect(
            Collectors.joining(
                ", ", " " + what + ": ", more > 0 ? " and " + more + " more." : "."));
  }
}
