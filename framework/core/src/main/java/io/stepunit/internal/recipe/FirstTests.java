package io.stepunit.internal.recipe;

import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Writes the first tests of the machines of a file.
 *
 * @param project the folder that tests run in
 * @param sources the folder of the test sources
 * @param packageName the package of the tests, {@code ""} for none
 * @param values the values of placeholders
 * @param type the machines' type, where it is not to be that of the template
 */
public record FirstTests(
    Path project,
    Path sources,
    String packageName,
    Map<String, String> values,
    Optional<WorkflowType> type) {
  private static final List<String> ON_CLASS_PATH =
      List.of("src/test/resources", "src/main/resources");

  /**
   * A test that was written.
   *
   * @param file where it is
   * @param summary what it does
   */
  public record Written(Path file, String summary) {}

  /** Refuses what is no package. */
  public FirstTests {
    if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
      throw new IllegalArgumentException(
          "'" + packageName + "' is no package of Java. Expected a name such as com.example.");
    }
  }

  /**
   * Writes a test for each machine.
   *
   * @param file a definition or a template
   * @param id which machine of a template; empty for all
   * @throws IllegalArgumentException if a test of that name is there already, or no input was found
   *     with which a machine ends
   */
  public List<Written> write(Path file, Optional<String> id) {
    DefinitionSource source = DefinitionSource.file(file).values(values);
    List<String> ids = id.map(List::of).orElseGet(source::ids);
    if (ids.isEmpty()) {
      return List.of(write(file, source, Optional.empty()));
    }
    List<Written> all = new ArrayList<>();
    // A template's only machine needs no id.
    boolean isOnly = ids.size() == 1 && source.ids().size() == 1;
    ids.forEach(
        name ->
            all.add(write(file, source.id(name), isOnly ? Optional.empty() : Optional.of(name))));
    return all;
  }

  private Written write(Path file, DefinitionSource source, Optional<String> id) {
    LoadedMachine machine = source.load();
    WorkflowType known = type.or(machine::type).orElse(WorkflowType.STANDARD);
    String name = TestPlace.className(machine.name());
    Path target = sources.resolve(packageName.replace('.', '/')).resolve(name + ".java");
    if (Files.exists(target)) {
      throw new IllegalArgumentException(
          target
              + " is there already, and nothing is written over it. Delete it, or name another"
              + " package or folder.");
    }
    FirstTest test =
        FirstTest.of(machine.definition(), known)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No input was found with which '%s' ends, so that no test can be written for it. Look at what it reads by the command run."
                            .formatted(machine.name())));
    TestPlace place =
        new TestPlace(packageName, name, machine.name(), reference(file), id, values, type);
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(target, test.source(place));
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written", e);
    }
    return new Written(target, test.summary());
  }

  /** What {@code @StateMachineTest} finds the file by. */
  private String reference(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = project.toAbsolutePath().normalize();
    return Stream.concat(ON_CLASS_PATH.stream().map(base::resolve), Stream.of(base))
        .filter(absolute::startsWith)
        .findFirst()
        .or(() -> Optional.of(base))
        .filter(folder -> Objects.equals(folder.getRoot(), absolute.getRoot()))
        .map(folder -> folder.relativize(absolute))
        .orElse(absolute)
        .toString()
        .replace('\\', '/');
  }
}
