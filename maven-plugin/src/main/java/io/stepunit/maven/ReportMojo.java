package io.stepunit.maven;

import io.stepunit.internal.report.gate.MutationGate;
import io.stepunit.internal.report.gate.Records;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the report and its exports from the records of test JVMs. Each test run makes them too:
 * this goal is for records that come from elsewhere, such as the shards of a CI build, and for
 * several kinds of tests in one module.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class ReportMojo extends StepUnitMojo {
  /** The folders with records. */
  @Parameter(property = "stepunit.data", defaultValue = "${project.build.directory}/stepunit/data")
  private List<File> data = List.of();

  /** The folder for {@code index.html} and the exports. */
  @Parameter(property = "stepunit.output", defaultValue = "${project.build.directory}/stepunit")
  private File output = new File("");

  /**
   * How many per cent of the mutants tests have to find, those of all modules and CI jobs together;
   * the build fails below. Default: nothing is asked for.
   */
  @Parameter(property = "stepunit.report.mutantsAtLeast", defaultValue = "0")
  private int mutantsAtLeast;

  @Override
  final void carryOut() throws MojoExecutionException, MojoFailureException {
    Records records = new Records(data());
    if (records.leaveReportEmpty()) {
      getLog().info(records.absence());
      return;
    }
    try {
      records.makeReport(output.toPath()).forEach(getLog()::info);
    } catch (IOException e) {
      throw new MojoExecutionException("The report cannot be written to " + output + ".", e);
    }
    if (mutantsAtLeast > 0) {
      checkMutants(new MutationGate(mutantsAtLeast).of(records.mutants()));
    }
  }

  private void checkMutants(MutationGate.Verdict verdict) throws MojoFailureException {
    if (!verdict.isPassed()) {
      throw new MojoFailureException(verdict.text());
    }
    getLog().info(verdict.text());
  }

  List<Path> data() {
    return data.stream().map(File::toPath).toList();
  }
}
