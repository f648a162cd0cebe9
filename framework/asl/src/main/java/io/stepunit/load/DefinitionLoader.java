package io.stepunit.load;

import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.load.ProjectSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Loads and validates definitions in JSON or YAML from the class path, files and text, also from
 * templates with one machine. {@link DefinitionSource} chooses among several machines and gives
 * values to placeholders.
 *
 * <pre>{@code
 * CompiledDefinition order =
 *     DefinitionLoader.fromResource("order.asl.json", getClass().getClassLoader());
 * }</pre>
 *
 * <p>Every method throws {@link InvalidDefinitionException} with all problems found if the
 * definition is not valid. See "Amazon States Language" in the AWS Step Functions Developer Guide.
 *
 * @since 0.1.0
 */
public final class DefinitionLoader {
  private DefinitionLoader() {}

  /**
   * Loads a definition from the class path.
   *
   * @param name the resource's name, such as {@code machines/order.asl.json}, relative to the root
   *     of the class path
   * @param loader whose class path
   * @throws DefinitionNotFoundException if there is no such resource
   */
  public static StateMachineDefinition fromResource(String name, ClassLoader loader) {
    Objects.requireNonNull(loader, "loader");
    Objects.requireNonNull(name, "name");
    return DefinitionSource.resource(name, loader).load().definition();
  }

  /**
   * Loads a definition from a file.
   *
   * @throws DefinitionNotFoundException if the file is not there or cannot be read
   */
  public static StateMachineDefinition fromFile(Path file) {
    Objects.requireNonNull(file, "file");
    return DefinitionSource.file(file).load().definition();
  }

  /**
   * Loads a definition given as text. What AWS accepts and is probably not meant is kept as the
   * definition's {@linkplain StateMachineDefinition#warnings() warnings}.
   *
   * @param displayName what messages call the text; a name that ends in {@code .json}, {@code
   *     .yaml} or {@code .yml} also says its format, otherwise the text is looked at
   */
  public static StateMachineDefinition fromText(String displayName, String text) {
    return fromText(displayName, text, ProjectSettings.ofClassPath());
  }

  /**
   * Loads a definition given as text, with settings of its own instead of those in {@code
   * stepunit.properties}.
   */
  public static StateMachineDefinition fromText(
      String displayName, String text, ValidationSettings settings) {
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(text, "text");
    return DefinitionSource.text(displayName, text).load(settings).definition();
  }

  /**
   * Reads the project's validation settings: {@code stepunit.properties} at the root of the class
   * path, with lines such as {@code stepunit.validation.TASK_WITHOUT_TIMEOUT=error} and {@code
   * stepunit.requestValidation=WARN}; {@link ValidationSettings#DEFAULT} where there is no such
   * file.
   *
   * @throws IllegalArgumentException if the file names what is no warning, no level or no mode
   */
  public static ValidationSettings projectSettings() {
    return ProjectSettings.ofClassPath();
  }

  /**
   * Validates a definition and returns errors and warnings in the order of the file. Empty if it is
   * flawless. Unlike loading, this does not throw.
   *
   * <pre>{@code
   * List<Diagnostic> problems = DefinitionLoader.validate("order.asl.json", text, EXPRESS);
   * }</pre>
   *
   * @param type the type of the machine
   */
  public static List<Diagnostic> validate(String displayName, String text, WorkflowType type) {
    return validate(displayName, text, type, ProjectSettings.ofClassPath());
  }

  /** The same with settings of its own. */
  public static List<Diagnostic> validate(
      String displayName, String text, WorkflowType type, ValidationSettings settings) {
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(type, "type");
    return DefinitionSource.text(displayName, text).validate(type, settings);
  }
}
