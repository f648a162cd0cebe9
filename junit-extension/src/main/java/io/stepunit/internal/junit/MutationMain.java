package io.stepunit.internal.junit;

import io.stepunit.internal.mutation.MutationJson;
import io.stepunit.internal.mutation.MutationOrigin;
import io.stepunit.internal.mutation.MutationResult;
import io.stepunit.internal.mutation.MutationSummary;
import io.stepunit.internal.sweep.Progress;
import io.stepunit.internal.sweep.ProgressOutput;
import io.stepunit.internal.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * Tries the mutants of a project's definitions in a JVM of its own, which the command line and the
 * builds start with the class path of the tests. Exit codes: 0 enough was found, 1 too little, 2 it
 * could not be done.
 */
public final class MutationMain {
  private static final int FINE = 0;
  private static final int TOO_LITTLE = 1;
  private static final int UNUSABLE = 2;

  private final MutationSettings settings;
  private final PrintStream out;

  private MutationMain(MutationSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Runs it, and ends the JVM.
   *
   * @param arguments the file of the settings
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    MutationSettings settings = MutationSettings.read(Path.of(arguments[0]));
    silenceTests();
    System.exit(new MutationMain(settings, out).run());
  }

  /** What tests print, they print again for each mutant. */
  private static void silenceTests() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
  }

  private int run() throws IOException {
    try (MutationRun run = new MutationRun(settings, this::progress)) {
      MutationResult result =
          run.run(DiscoverySelectors.selectClasspathRoots(Set.copyOf(existing())));
      tell(run, result);
      return verdict(result);
    } catch (UnusableTestsException e) {
      out.println(Printable.lines(Objects.requireNonNullElse(e.getMessage(), "")));
      return UNUSABLE;
    }
  }

  private Progress progress(int mutants) {
    out.println(String.format(Locale.ROOT, "StepUnit: trying %,d mutants", mutants));
    return new Progress(
        ProgressOutput.of(Optional.empty(), out::println),
        System::nanoTime,
        "mutants",
        "not found",
        OptionalInt.of(mutants));
  }

  private Set<Path> existing() {
    Set<Path> folders = new LinkedHashSet<>();
    settings.tests().stream()
        .map(settings.project()::resolve)
        .filter(Files::isDirectory)
        .forEach(folders::add);
    if (folders.isEmpty()) {
      throw new UnusableTestsException(
          "There are no test classes in %s. Compile the tests first."
              .formatted(
                  String.join(", ", settings.tests().stream().map(Path::toString).toList())));
    }
    return folders;
  }

  private void tell(MutationRun run, MutationResult result) throws IOException {
    Path report = settings.report();
    Files.createDirectories(Objects.requireNonNull(report.getParent()));
    Files.writeString(report, document(result));
    MutationSummary.of(result).forEach(out::println);
    List<String> dependent =
        result.tests().stream()
            .filter(test -> run.dependentTests().contains(test.id()))
            .map(test -> test.testClass() + ": " + test.name())
            .toList();
    dependent.forEach(
        test ->
            out.println(
                Printable.line(
                    "Not asked, as it fails without a mutant when it runs alone: " + test)));
    out.println("Written to " + shown(report));
  }

  private String document(MutationResult result) {
    String version = MutationMain.class.getPackage().getImplementationVersion();
    return MutationJson.text(
        result,
        new MutationOrigin(
            Objects.requireNonNullElse(version, ""), settings.module(), settings.shard()));
  }

  private String shown(Path report) {
    Path shown =
        report.startsWith(settings.project()) ? settings.project().relativize(report) : report;
    return shown.toString().replace('\\', '/');
  }

  private int verdict(MutationResult result) {
    int atLeast = settings.atLeast().orElse(0);
    if (result.score().reaches(atLeast)) {
      return FINE;
    }
    out.println(
        "Tests found %s of the mutants, and %s %% are asked for."
            .formatted(result.score(), atLeast));
    return TOO_LITTLE;
  }
}
