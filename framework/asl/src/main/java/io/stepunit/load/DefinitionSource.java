package io.stepunit.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.Rule;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.load.ProjectSettings;
import io.stepunit.internal.load.SourceFiles;
import io.stepunit.internal.load.SourceText;
import io.stepunit.internal.load.template.Document;
import io.stepunit.internal.load.template.FoundMachine;
import io.stepunit.internal.load.template.GivenValues;
import io.stepunit.internal.load.template.PlacedText;
import io.stepunit.internal.load.template.RawMachine;
import io.stepunit.internal.load.template.Templates;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionOrigin;
import io.stepunit.internal.model.DefinitionText;
import io.stepunit.internal.model.Partition;
import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.DefinitionReader;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.ReadDefinition;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.internal.validation.Validator;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The source of a definition with its settings: a file in Amazon States Language (JSON or YAML), or
 * a template that contains state machines - a SAM or CloudFormation template, also one synthesised
 * by CDK; a file of the Serverless Framework; a plan or state of Terraform, as {@code terraform
 * show -json} writes it.
 *
 * <pre>{@code
 * LoadedMachine order =
 *     DefinitionSource.file(Path.of("template.yaml"))
 *         .id("OrderMachine")
 *         .value("ChargeFunction.Arn", "arn:aws:lambda:eu-west-1:123456789012:function:charge")
 *         .load();
 * }</pre>
 *
 * <p>What a template knows is taken from it: substitutions, defaults of parameters, mappings,
 * conditions, {@code AWS::Partition}. What is known only after deployment becomes a placeholder
 * that people can read, such as {@code ${ChargeFunction.Arn}}; {@link #value} says what it stands
 * for. Immutable.
 *
 * @since 0.1.0
 */
public final class DefinitionSource {
  private final SourceText source;
  private final Optional<String> id;
  private final Optional<WorkflowType> type;
  private final Map<String, String> values;
  private final Map<String, String> surroundings;

  private DefinitionSource(
      SourceText source,
      Optional<String> id,
      Optional<WorkflowType> type,
      Map<String, String> values,
      Map<String, String> surroundings) {
    this.source = source;
    this.id = id;
    this.type = type;
    this.values = values;
    this.surroundings = surroundings;
  }

  private static DefinitionSource of(SourceText source) {
    return new DefinitionSource(source, Optional.empty(), Optional.empty(), Map.of(), Map.of());
  }

  /**
   * A file.
   *
   * @throws DefinitionNotFoundException if it is not there or cannot be read
   */
  public static DefinitionSource file(Path file) {
    Objects.requireNonNull(file, "file");
    return of(SourceText.ofFile(file));
  }

  /**
   * A resource of the class path.
   *
   * @param name the resource's name, relative to the root of the class path
   * @param loader whose class path
   * @throws DefinitionNotFoundException if there is no such resource
   */
  public static DefinitionSource resource(String name, ClassLoader loader) {
    Objects.requireNonNull(loader, "loader");
    Objects.requireNonNull(name, "name");
    return of(SourceText.ofResource(name, loader));
  }

  /**
   * Reads a URL, such as that of {@link Class#getResource}.
   *
   * @throws DefinitionNotFoundException if it cannot be read
   */
  public static DefinitionSource url(URL url) {
    Objects.requireNonNull(url, "url");
    return url(url.toExternalForm(), url);
  }

  /**
   * Reads a URL.
   *
   * @param displayName what messages call it
   * @throws DefinitionNotFoundException if it cannot be read
   */
  public static DefinitionSource url(String displayName, URL url) {
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(url, "url");
    return of(SourceText.ofUrl(displayName, url));
  }

  /**
   * A text.
   *
   * @param displayName what messages call the text; a name that ends in {@code .json}, {@code
   *     .yaml} or {@code .yml} also says its format, otherwise the text is looked at
   */
  public static DefinitionSource text(String displayName, String text) {
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(text, "text");
    return of(SourceText.of(displayName, text));
  }

  /**
   * A tree. Places in messages are those of the tree's indented text.
   *
   * @param displayName what messages call the tree
   */
  public static DefinitionSource json(String displayName, JsonNode tree) {
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(tree, "tree");
    return text(displayName, Json.pretty(tree));
  }

  /**
   * Selects a machine in a template.
   *
   * @param machine its logical id, key or address there, in a nested stack behind the stack's:
   *     {@code OrderStack/OrderMachine}; or its construct path, or the end of one
   */
  public DefinitionSource id(String machine) {
    Objects.requireNonNull(machine, "machine");
    return new DefinitionSource(source, Optional.of(machine), type, values, surroundings);
  }

  /**
   * Sets the machine's type, whatever a template says.
   *
   * <pre>{@code
   * DefinitionSource.file(Path.of("quote.asl.json")).type(WorkflowType.EXPRESS)
   * }</pre>
   */
  public DefinitionSource type(WorkflowType type) {
    Objects.requireNonNull(type, "type");
    return new DefinitionSource(source, id, Optional.of(type), values, surroundings);
  }

  /**
   * Sets the value of a placeholder: a parameter, an attribute ({@code ChargeFunction.Arn}), a name
   * that is imported, a substitution, {@code AWS::Region}; or whether a condition holds ({@code
   * true} or {@code false}). It wins over what the template says.
   *
   * @param placeholder the name between <code>${</code> and <code>}</code>
   * @param value a text, or what becomes one
   */
  public DefinitionSource value(String placeholder, Object value) {
    Objects.requireNonNull(placeholder, "placeholder");
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(placeholder, value.toString());
    return new DefinitionSource(source, id, type, Map.copyOf(more), surroundings);
  }

  /** Sets the values of several placeholders. */
  public DefinitionSource values(Map<String, ?> placeholders) {
    Objects.requireNonNull(placeholders, "placeholders");
    DefinitionSource source = this;
    for (Map.Entry<String, ?> each : placeholders.entrySet()) {
      source = source.value(each.getKey(), each.getValue());
    }
    return source;
  }

  /**
   * Sets the region and account of a template: what {@code AWS::Region}, {@code AWS::AccountId}
   * and, by the region, {@code AWS::Partition} and {@code AWS::URLSuffix} give.
   */
  public DefinitionSource in(String region, String account) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(region, "region");
    return new DefinitionSource(
        source,
        id,
        type,
        values,
        Map.of(
            "AWS::Region",
            region,
            "AWS::AccountId",
            account,
            "AWS::Partition",
            Partition.of(region),
            "AWS::URLSuffix",
            Partition.urlSuffix(region)));
  }

  /**
   * Returns the ids of the machines in a template, in its order; empty for a plain definition.
   *
   * @throws InvalidDefinitionException if the text is neither JSON nor YAML
   */
  public List<String> ids() {
    Document document = new SourceFiles(source, new Diagnostics()).document();
    return Templates.isTemplate(document)
        ? Templates.machines(document, given()).stream().map(FoundMachine::id).toList()
        : List.of();
  }

  /**
   * Loads the machine with the severities in {@code stepunit.properties}.
   *
   * @throws InvalidDefinitionException with all problems found, each with its place in the file
   *     that it stands in
   * @throws DefinitionNotFoundException if the template has no such machine, or several and no id
   *     is given; lists the available ones
   */
  public LoadedMachine load() {
    return load(ProjectSettings.ofClassPath());
  }

  /**
   * Loads the machine, with settings of its own instead of those in {@code stepunit.properties}.
   */
  public LoadedMachine load(ValidationSettings settings) {
    Objects.requireNonNull(settings, "settings");
    return load(new Diagnostics(settings));
  }

  /**
   * Validates the definition: errors and warnings, in the order of the file, by the rules of {@code
   * stepunit.properties}. Unlike loading, this does not throw for what is wrong with the
   * definition. Its type is that of the template, or else {@link WorkflowType#STANDARD}.
   *
   * @throws DefinitionNotFoundException if the template has no such machine
   */
  public List<Diagnostic> validate() {
    return validate(Optional.empty(), ProjectSettings.ofClassPath());
  }

  /** Validates the definition as a machine of this type, whatever a template says. */
  public List<Diagnostic> validateAs(WorkflowType type) {
    Objects.requireNonNull(type, "type");
    return validate(Optional.of(type), ProjectSettings.ofClassPath());
  }

  /** Validates the definition as a machine of this type, with the given settings. */
  public List<Diagnostic> validate(WorkflowType type, ValidationSettings settings) {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(type, "type");
    return validate(Optional.of(type), settings);
  }

  private List<Diagnostic> validate(Optional<WorkflowType> asked, ValidationSettings settings) {
    Diagnostics diagnostics = new Diagnostics(settings);
    try {
      LoadedMachine machine = load(diagnostics);
      WorkflowType type = asked.or(machine::type).orElse(WorkflowType.STANDARD);
      machine.definition().problemsAs(type).forEach(diagnostics::add);
    } catch (InvalidDefinitionException e) {
      // What it says is among the diagnostics, beside the warnings.
      return diagnostics.all();
    }
    return diagnostics.all();
  }

  private LoadedMachine load(Diagnostics diagnostics) {
    SourceFiles files = new SourceFiles(source, diagnostics);
    if (replacesInText() && !files.mayHaveFunctions()) {
      return withValues(files);
    }
    Document document = files.document();
    if (!Templates.isTemplate(document)) {
      boolean hasFunctions = document.notes().hasFunctions();
      if (replacesInText() && !hasFunctions) {
        return withValues(files);
      }
      Optional<String> text = hasFunctions ? Optional.empty() : files.asJson(document.text());
      return loaded(fileName(), plain(document), text, files, Optional.empty());
    }
    FoundMachine machine = choose(Templates.machines(document, given()));
    String id = machine.id().substring(machine.id().lastIndexOf('/') + 1);
    return loaded(id, machine.read(), Optional.empty(), files, Optional.of(machine.id()));
  }

  /**
   * @param text the definition's own text, where it is JSON
   * @param machine what a template calls the machine
   */
  private LoadedMachine loaded(
      String name,
      RawMachine raw,
      Optional<String> text,
      SourceFiles files,
      Optional<String> machine) {
    Diagnostics diagnostics = files.diagnostics();
    ReadDefinition read = DefinitionReader.read(raw.definition(), raw.resources(), diagnostics);
    Diagnostics found = diagnostics.empty();
    Validator.check(read, found);
    found.all().stream()
        .filter(problem -> !isFilledByDeployment(problem, raw.deployed()))
        .forEach(diagnostics::add);
    CompiledDefinition compiled = read.compiled(diagnostics);
    String file = compiled.location().file();
    DefinitionOrigin origin =
        new DefinitionOrigin(
            text,
            files.text(file).map(content -> new DefinitionText(file, content, machine)),
            raw.resources().functions());
    return new LoadedMachine(raw.name().orElse(name), compiled.from(origin), type.or(raw::type));
  }

  /** A placeholder of ours, where the template has a function that AWS evaluates. */
  private static boolean isFilledByDeployment(Diagnostic problem, Set<String> deployed) {
    return problem.rule() == Rule.OPEN_PLACEHOLDER
        && deployed.stream().anyMatch(problem.message()::contains);
  }

  private GivenValues given() {
    return new GivenValues(values, surroundings);
  }

  /**
   * Whether to replace placeholders before a definition is parsed, because they may be unquoted.
   */
  private boolean replacesInText() {
    return !values.isEmpty() && id.isEmpty();
  }

  private LoadedMachine withValues(SourceFiles files) {
    PlacedText text = PlacedText.ofFile(source.name(), source.content()).withValues(given());
    return loaded(
        fileName(), plain(files.parse(text)), files.asJson(text.text()), files, Optional.empty());
  }

  private static RawMachine plain(LocatedNode definition) {
    return new RawMachine(
        definition, Optional.empty(), Optional.empty(), Set.of(), TemplateResources.NONE);
  }

  private RawMachine plain(Document document) {
    if (id.isPresent()) {
      throw new DefinitionNotFoundException(
          "'%s' is a definition, not a template; remove the id '%s'."
              .formatted(source.name(), id.get()));
    }
    return document.notes().hasFunctions()
        ? Templates.definition(document, given())
        : plain(document.root());
  }

  private String fileName() {
    String name = source.name();
    String file = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  private FoundMachine choose(List<FoundMachine> machines) {
    List<String> ids = machines.stream().map(FoundMachine::id).toList();
    if (ids.isEmpty()) {
      throw new DefinitionNotFoundException(
          "The template '" + source.name() + "' has no state machine.");
    }
    if (id.isPresent()) {
      String name = id.get();
      return Templates.choose(machines, name)
          .orElseThrow(() -> new DefinitionNotFoundException(noSuch(name, ids)));
    }
    if (ids.size() > 1) {
      throw new DefinitionNotFoundException(
          "The template '%1$s' has several state machines: %2$s. Select one by its id, as in @StateMachineTest(value = \"%1$s\", id = \"%3$s\") or load(\"%1$s\", \"%3$s\")."
              .formatted(source.name(), String.join(", ", ids), ids.get(0)));
    }
    return machines.get(0);
  }

  private String noSuch(String name, List<String> ids) {
    return "The template '%s' has no state machine '%s'.%s"
        .formatted(source.name(), name, new KnownNames("It has", ids).hintFor(name));
  }

  /** Equal are sources of one name and text in one place which say the same of what to load. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DefinitionSource that
        && source.equals(that.source)
        && id.equals(that.id)
        && type.equals(that.type)
        && values.equals(that.values)
        && surroundings.equals(that.surroundings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, id, type, values);
  }
}
