package io.stepunit.same;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.recording.RecordingsFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories, messages and reports are the same bytes whatever locale, calendar, digits, zone,
 * encoding, hash codes, number of cores and JDK a JVM has.
 */
class SameEverywhereTest {
  private static final Machine PLAIN = new Machine("en-US", "UTC", "UTF-8", List.of(), ownJava());

  @TempDir static Path folder;

  private static Path expected;

  /** What a JVM could differ in. */
  record Machine(String locale, String zone, String encoding, List<String> options, Path java) {
    @Override
    public String toString() {
      return locale + ", " + zone + ", " + encoding + ", " + options;
    }
  }

  static Stream<Machine> machines() throws IOException {
    List<String> otherHashCodes = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2");
    return Stream.of(
        new Machine("tr-TR", "Pacific/Apia", "ISO-8859-9", otherHashCodes, ownJava()),
        new Machine(
            "ar-EG-u-nu-arab",
            "America/Sao_Paulo",
            "US-ASCII",
            List.of("-XX:ActiveProcessorCount=1"),
            ownJava()),
        new Machine(
            "th-TH-u-ca-buddhist-nu-thai", "Asia/Kolkata", "UTF-8", List.of(), otherJava()));
  }

  @BeforeAll
  static void write_what_is_expected() throws Exception {
    expected = transcript(PLAIN);
    assertThat(Files.size(expected)).isGreaterThan(100_000);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void says_the_same_on(Machine machine) throws Exception {
    Path found = transcript(machine);

    assertThat(firstDifference(found, expected)).isEmpty();
    assertThat(Files.mismatch(found, expected)).isEqualTo(-1);
  }

  private static String firstDifference(Path found, Path expected) throws IOException {
    String title = "";
    try (BufferedReader left = Files.newBufferedReader(found);
        BufferedReader right = Files.newBufferedReader(expected)) {
      for (String line = right.readLine(); line != null; line = right.readLine()) {
        title = line.startsWith("== ") ? line : title;
        String other = left.readLine();
        if (!line.equals(other)) {
          return title + "\nexpected: " + line + "\nfound:    " + other;
        }
      }
    }
    return "";
  }

  private static Path transcript(Machine machine) throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "transcript", ".txt");
    List<String> command = new ArrayList<>(List.of(machine.java().toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(machine.options());
    command.add("-Duser.timezone=" + machine.zone());
    command.add("-Dfile.encoding=" + machine.encoding());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Transcript.class.getName(), file.toString(), machine.locale()));
    RecordingsFolder published = RecordingsFolder.configured("stepunit.definitions", "definitions");
    if (published.isPresent()) {
      command.add(published.path().toString());
    }
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ended").isTrue();
    assertThat(process.exitValue()).as(() -> contentOf(output)).isZero();
    return file;
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Path ownJava() {
    return java(Path.of(System.getProperty("java.home")));
  }

  /** Another JDK that lies beside this one, or else this one. */
  private static Path otherJava() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(own.getParent())) {
      return beside
          .filter(home -> Files.isExecutable(java(home)) && Files.exists(home.resolve("release")))
          .filter(home -> !isVersion(home, Runtime.version().feature()))
          .sorted()
          .map(SameEverywhereTest::java)
          .findFirst()
          .orElse(ownJava());
    }
  }

  private static boolean isVersion(Path home, int feature) {
    return contentOf(home.resolve("release")).contains("JAVA_VERSION=\"" + feature);
  }

  private static Path java(Path home) {
    return home.resolve("bin/java");
  }
}
