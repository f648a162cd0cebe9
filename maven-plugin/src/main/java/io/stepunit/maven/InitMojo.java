package io.stepunit.maven;

import io.stepunit.internal.recipe.FirstTests;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a first test for each machine of a definition or template: a mock for each Task, one
 * execution in which all goes well, and a fault matrix. Nothing is overwritten.
 *
 * <pre>
 * mvn io.stepunit:stepunit-maven-plugin:init -Dstepunit.file=template.yaml -Dstepunit.package=com.example
 * </pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "init", threadSafe = true)
public final class InitMojo extends StepUnitMojo {
  /** The definition or template. */
  @Parameter(property = "stepunit.file", required = true)
  private File file = new File("");

  /** Which machine of a template; all by default. */
  @Parameter(property = "stepunit.id")
  private String id = "";

  /** The package of the tests; none by default. */
  @Parameter(property = "stepunit.package")
  private String packageName = "";

  /** The values of placeholders, such as {@code <Stage>test</Stage>}. */
  @Parameter private Map<String, String> values = new LinkedHashMap<>();

  /** The folder of the test sources. */
  @Parameter(property = "stepunit.sources", defaultValue = "${project.build.testSourceDirectory}")
  private File sources = new File("");

  @Override
  void carryOut() {
    FirstTests tests =
        new FirstTests(module(), sources.toPath(), packageName, values, Optional.empty());
    tests
        .write(file.toPath(), id.isEmpty() ? Optional.empty() : Optional.of(id))
        .forEach(test -> getLog().info(test.file() + ": " + test.summary() + "."));
  }
}
