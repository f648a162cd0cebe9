package io.stepunit.junit;

import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.Rule;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.junit.ResourceSearch.Kind;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import java.net.URL;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The definitions that were loaded, one per place and way of naming it. They are immutable, so that
 * all tests of a run share them.
 */
final class Definitions {
  private static final String VALIDATION = "stepunit.validation.";

  private Definitions() {}

  /**
   * The definition of a resource as {@link ResourceSearch} finds it.
   *
   * @param requestValidation how requests are checked; empty for what the project says
   * @param origin who asks for it, for messages
   */
  static LoadedMachine load(
      ExtensionContext context,
      Source source,
      Optional<RequestValidation> requestValidation,
      String origin) {
    Class<?> testClass = context.getRequiredTestClass();
    return Stores.onceForAll(
        context,
        new InClass(source, testClass, requestValidation),
        LoadedMachine.class,
        () -> {
          URL place = ResourceSearch.find(Kind.DEFINITION, source.resource(), testClass, origin);
          return load(context, source, place, requestValidation, origin);
        });
  }

  private static LoadedMachine load(
      ExtensionContext context,
      Source source,
      URL place,
      Optional<RequestValidation> requestValidation,
      String origin) {
    return Stores.onceForAll(
        context,
        new Key(place.toExternalForm(), source, requestValidation),
        LoadedMachine.class,
        () -> {
          ValidationSettings project = validation(context);
          LoadedMachine loaded =
              definition(source, place, origin)
                  .load(requestValidation.map(project::withRequestValidation).orElse(project));
          Warnings.tell(context, loaded.definition());
          return loaded;
        });
  }

  /** The project's settings, and what configuration parameters make of single rules. */
  private static ValidationSettings validation(ExtensionContext context) {
    ValidationSettings settings = DefinitionLoader.projectSettings();
    for (Rule rule : Rule.values()) {
      String key = VALIDATION + rule.name();
      Optional<String> level = context.getConfigurationParameter(key);
      if (level.isPresent()) {
        settings = with(settings, rule, level.get(), key);
      }
    }
    return settings;
  }

  private static ValidationSettings with(
      ValidationSettings settings, Rule rule, String level, String key) {
    try {
      return settings.with(rule.name(), level);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "The configuration parameter " + key + " is wrong: " + e.getMessage(), e);
    }
  }

  private static DefinitionSource definition(Source source, URL place, String origin) {
    DefinitionSource definition = DefinitionSource.url(source.resource(), place);
    if (!source.id().isEmpty()) {
      definition = definition.id(source.id());
    }
    for (String value : source.values()) {
      int equals = value.indexOf('=');
      if (equals < 1) {
        throw new ExtensionConfigurationException(
            "%s has the value \"%s\"; expected a placeholder's name and what it stands for, such as"
                    .formatted(origin, value)
                + " \"ChargeFunction.Arn=arn:aws:lambda:us-east-1:123456789012:function:charge\".");
      }
      definition = definition.value(value.substring(0, equals), value.substring(equals + 1));
    }
    return definition;
  }

  /** The tests of a class find one definition in one place, and each of them asks. */
  private record InClass(
      Source source, Class<?> testClass, Optional<RequestValidation> requestValidation) {}

  private record Key(String place, Source source, Optional<RequestValidation> requestValidation) {}
}
