package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The Java snippets of a document, to be found in the test that compiles and runs them. */
record DocSnippets(List<String> snippets) {
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

  static DocSnippets of(String document) throws IOException {
    String text = Files.readString(Path.of("../../docs/guide", document));
    return new DocSnippets(
        JAVA.matcher(text).results().map(found -> withoutBlanks(found.group(1))).toList());
  }

  void allStandIn(String test, int atLeast) throws IOException {
    String source =
        withoutBlanks(Files.readString(Path.of("src/test/java/io/stepunit").resolve(test)));

    assertThat(snippets)
        .hasSizeGreaterThanOrEqualTo(atLeast)
        .allSatisfy(snippet -> assertThat(source).contains(snippet));
  }

  private static String withoutBlanks(String code) {
    return code.replaceAll("\\s+", "");
  }
}
