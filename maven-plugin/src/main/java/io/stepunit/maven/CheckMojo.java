package io.stepunit.maven;

import static java.util.stream.Collectors.toMap;

import io.stepunit.internal.report.gate.Baseline;
import io.stepunit.internal.report.gate.Gate;
import io.stepunit.internal.report.gate.Records;
import io.stepunit.internal.report.gate.Thresholds;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build if tests reach less of the definitions than is asked for, and names the holes.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class CheckMojo extends StepUnitMojo {
  /** The folders with records. */
  @Parameter(property = "stepunit.data", defaultValue = "${project.build.directory}/stepunit/data")
  private List<File> data = List.of();

  /**
   * How many per cent of each kind tests have to reach, such as {@code <states>100</states>}.
   * {@code <all>} is for the kinds that are not named. Default: everything.
   */
  @Parameter private Map<String, String> thresholds = new LinkedHashMap<>();

  /** What is asked of single definitions in place of that. */
  @Parameter private List<DefinitionThresholds> definitionThresholds = List.of();

  /** The holes that are allowed. */
  @Parameter(
      property = "stepunit.baseline",
      defaultValue = "${project.basedir}/stepunit-baseline.json")
  private File baseline = new File("");

  /** Writes the baseline with the holes that there are now, and passes. */
  @Parameter(property = "stepunit.baseline.write", defaultValue = "false")
  private boolean writeBaseline;

  /** Definitions that tests have to use, as patterns relative to the module's folder. */
  @Parameter(
      property = "stepunit.definitions",
      defaultValue = "**/*.asl.json,**/*.asl.yaml,**/*.asl.yml")
  private List<String> definitions = List.of();

  /** What is left out of these, as patterns relative to the module's folder. */
  @Parameter(property = "stepunit.excludes", defaultValue = "src/test/**")
  private List<String> excludes = List.of();

  @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
  private boolean skipTests;

  @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
  private boolean skipAllOfTests;

  @Override
  final void carryOut() throws MojoFailureException {
    if (skipTests || skipAllOfTests) {
      getLog().info("Tests are skipped, so coverage is not checked.");
      return;
    }
    CoverageCheck check =
        new CoverageCheck(getLog(), gate(), new Records(data()), baseline.toPath());
    List<Path> files = files(definitions, excludes);
    if (writeBaseline) {
      check.writeBaseline();
    } else {
      check.run(module(), files);
    }
  }

  List<Path> data() {
    return data.stream().map(File::toPath).toList();
  }

  private Gate gate() {
    return new Gate(
        thresholds.isEmpty() ? Thresholds.EVERYTHING : Thresholds.of(thresholds),
        definitionThresholds.stream()
            .collect(toMap(DefinitionThresholds::name, DefinitionThresholds::thresholds)),
        Files.exists(baseline.toPath()) && !writeBaseline
            ? Baseline.read(baseline.toPath())
            : Baseline.NONE);
  }
}
