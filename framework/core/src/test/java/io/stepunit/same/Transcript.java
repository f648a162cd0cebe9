package io.stepunit.same;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes what StepUnit says about many definitions, functions and mistakes to a file: the same
 * bytes on every machine.
 */
final class Transcript {
  private static final int LARGEST = 12_000;
  private static final int EXPLORED = 3_000;
  private static final int SHOWN = 10_000;

  private final PrintWriter out;

  private Transcript(PrintWriter out) {
    this.out = out;
  }

  /**
   * Writes the transcript.
   *
   * @param arguments the file to write, the tag of the locale to have, and the definitions that
   *     were published, if they are at hand
   */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(arguments[1]));
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])))) {
      Transcript transcript = new Transcript(out);
      Functions.JSONATA.forEach(transcript::jsonata);
      Functions.INTRINSIC.forEach(transcript::intrinsic);
      Mistakes.ALL.forEach(transcript::mistake);
      for (Path file : definitions(arguments)) {
        transcript.definition(file);
      }
    }
  }

  private static List<Path> definitions(String[] arguments) throws IOException {
    Path checkout = RecordingsFolder.checkout();
    Stream<Path> own =
        Stream.of("sample-projects", "junit-extension/src/test/resources", "docs", "assertions")
            .map(checkout::resolve);
    Stream<Path> published = Stream.of(arguments).skip(2).map(Path::of);
    List<Path> folders = Stream.concat(own, published).toList();
    Stream.Builder<Path> all = Stream.builder();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Transcript::isDefinition).sorted().forEach(all);
      }
    }
    return all.build().toList();
  }

  private static boolean isDefinition(Path file) {
    String name = file.getFileName().toString();
    boolean text = name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    return text
        && !name.contains(".raw.")
        && !file.toString().contains("target")
        && file.toFile().length() < LARGEST;
  }

  private void jsonata(String call) {
    ran(
        call,
        """
        {"QueryLanguage": "JSONata", "StartAt": "P", "States": {
          "P": {"Type": "Pass", "Output": "{%% %s %%}", "End": true}}}"""
            .formatted(call.replace("\"", "\\\"")));
  }

  private void intrinsic(String call) {
    ran(
        call,
        """
        {"StartAt": "P", "States": {
          "P": {"Type": "Pass", "Parameters": {"it.$": "%s"}, "End": true}}}"""
            .formatted(call.replace("\"", "\\\"")));
  }

  private void ran(String title, String definition) {
    mistake(
        title,
        () -> {
          TestStateMachine machine = StepFunctionsEnvironment.create().define("m", definition);
          Execution run =
              machine.run("{\"items\": [\"z\", \"i\", \"I\", 1.5, \"i\"], \"inner\": {\"i\": 1}}");
          out.println(run.output().map(Json::text).orElse(run.cause().orElse("")));
          out.println(run.historyJson());
        });
  }

  private void mistake(Mistakes.Mistake mistake) {
    mistake(mistake.title(), mistake.action());
  }

  private void mistake(String title, Runnable action) {
    out.println("== " + title);
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      out.println(e.getClass().getName() + ": " + e.getMessage());
    }
  }

  private void definition(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (MalformedInputException e) {
      return;
    }
    String name = file.getFileName().toString();
    mistake(name, () -> run(name, definitionIn(text)));
  }

  /** A published one lies in a record that also says where it is from. */
  private static String definitionIn(String text) {
    try {
      JsonNode definition = Json.parseData(text).path("definition");
      return definition.isObject() ? Json.text(definition) : text;
    } catch (JsonTextException e) {
      return text;
    }
  }

  private void run(String name, String text) {
    DefinitionSource source = DefinitionSource.text(name, text);
    try {
      source.ids().forEach(id -> out.println("machine " + id));
      source.validate().forEach(out::println);
    } catch (InvalidDefinitionException e) {
      DefinitionLoader.validate(name, text, io.stepunit.asl.WorkflowType.STANDARD)
          .forEach(out::println);
    }
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
    TestStateMachine machine = environment.register("run", source.load().definition());
    if (text.length() < EXPLORED) {
      out.println(machine.explore());
    } else {
      machine.mocks().automatic();
      machine.run("{}");
    }
    environment.executions().stream().limit(2).forEach(this::execution);
    out.println(environment.metrics());
    environment.statusEvents().stream()
        .limit(2)
        .forEach(event -> out.println(Json.text(event.json())));
    out.println(start(environment.effects().toString()));
  }

  private void execution(Execution execution) {
    out.println(start(execution.toString()));
    out.println(start(execution.historyJson()));
    out.println(start(Json.text(execution.log(LogLevel.ALL, true))));
  }

  private static String start(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " … " + text.hashCode();
  }
}
