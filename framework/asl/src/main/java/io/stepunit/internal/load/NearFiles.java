package io.stepunit.internal.load;

import io.stepunit.internal.text.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests files for the name of a missing one. */
final class NearFiles {
  private static final int LISTED = 10;

  private NearFiles() {}

  static boolean looksLikeDefinition(Path file) {
    String name = file.toString();
    return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** " Did you mean …?", or what is there instead, or an empty text. */
  static String hint(String name, List<String> present) {
    String wanted = lastPart(name);
    Optional<String> sameName =
        present.stream().filter(path -> lastPart(path).equals(wanted)).sorted().findFirst();
    Suggestion near =
        sameName.isPresent()
            ? new Suggestion(sameName)
            : Suggestion.of(name, present.stream().sorted().toList());
    if (near.name().isPresent()) {
      return near.asSentence();
    }
    return present.isEmpty()
        ? " There is no JSON or YAML file."
        : " There is "
            + present.stream().sorted().limit(LISTED).collect(Collectors.joining(", "))
            + (present.size() > LISTED ? ", …" : "")
            + ".";
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
