package io.stepunit.cli;

import io.stepunit.internal.recipe.FirstTests;
import io.stepunit.internal.text.Printable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code init FILE}: writes a first test. */
@Command(
    name = "init",
    description = {
      "Writes a first test in Java for each machine of a file: a mock for each Task, one execution",
      "in which all goes well, and a fault matrix. Nothing is overwritten."
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description =
          "A definition or a template; of a template all machines, unless --id selects one.")
  private Path file = Path.of("");

  @Mixin private SourceOptions options = new SourceOptions();

  @Mixin private TypeOption type = new TypeOption();

  @Option(
      names = "--package",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The package of the test, such as com.example. Default: none.")
  private String packageName = "";

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "src/test/java",
      description = "The folder of the test sources. Default: ${DEFAULT-VALUE}.")
  private Path sources = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    FirstTests tests =
        new FirstTests(Path.of(""), sources, packageName, options.values(), type.type());
    for (FirstTests.Written test : tests.write(file, options.id())) {
      spec.commandLine()
          .getOut()
          .println(Printable.line("%s: %s".formatted(test.file(), test.summary())));
    }
    spec.commandLine().getOut().flush();
    return StepUnitCommand.FINE;
  }
}
