package io.stepunit.maven;

import io.stepunit.internal.mutation.MutationJvm;
import io.stepunit.internal.sweep.Shard;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Puts small mistakes into the definitions that tests run, and tells which of them no test finds.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "mutate",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public class MutateMojo extends StepUnitMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project = new MavenProject();

  /** The folder of the test classes. */
  @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true)
  private File testClasses = new File("");

  /** The folder for {@code mutation.json}. */
  @Parameter(property = "stepunit.output", defaultValue = "${project.build.directory}/stepunit")
  private File output = new File("");

  /**
   * Which definitions get mistakes: patterns of their files, relative to the module's folder.
   * Default: all that tests run.
   */
  @Parameter(property = "stepunit.mutate.definitions")
  private List<String> definitions = List.of();

  /** What is left out of these, as patterns relative to the module's folder. */
  @Parameter(property = "stepunit.excludes", defaultValue = "src/test/**")
  private List<String> excludes = List.of();

  /** The part of the mutants that this job tries, such as {@code 3/8}. Default: all of them. */
  @Parameter(property = "stepunit.shard")
  private String shard = "";

  /** How many per cent of the mutants tests have to find; the build fails below. */
  @Parameter(property = "stepunit.mutate.atLeast", defaultValue = "0")
  private int atLeast;

  @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
  private boolean skipTests;

  @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
  private boolean skipAllOfTests;

  @Override
  final void carryOut() throws MojoExecutionException, MojoFailureException {
    if (skipTests || skipAllOfTests) {
      getLog().info("Tests are skipped, so no mutants are tried.");
      return;
    }
    if (!Files.isDirectory(testClasses.toPath())) {
      getLog().info("There are no tests, so no mutants are tried.");
      return;
    }
    int code = run(new MutationJvm(classPath(), module(), settings()));
    if (code == MutationJvm.UNUSABLE) {
      throw new MojoExecutionException("The mutants could not be tried; see above.");
    }
    if (code != 0) {
      throw new MojoFailureException("Tests found less of the mutants than is asked for.");
    }
  }

  private int run(MutationJvm jvm) throws MojoExecutionException {
    try {
      return jvm.run(getLog()::info);
    } catch (IOException e) {
      throw new MojoExecutionException("The JVM of the mutants cannot be run.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("The run of the mutants was interrupted.", e);
    }
  }

  private List<Path> classPath() throws MojoExecutionException {
    try {
      List<Path> entries = new ArrayList<>();
      project.getTestClasspathElements().forEach(entry -> entries.add(Path.of(entry)));
      entries.addAll(TestLauncher.beside(entries));
      return entries;
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The class path of the tests is not known.", e);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tests", testClasses.toString());
    settings.put("output", output.toString());
    settings.put("definitions", String.join(",", definitions));
    settings.put("excludes", String.join(",", excludes));
    settings.put("atLeast", String.valueOf(atLeast));
    if (!shard.isBlank()) {
      settings.put("shard", Shard.parse(shard, "stepunit.shard").toString());
    }
    return settings;
  }
}
