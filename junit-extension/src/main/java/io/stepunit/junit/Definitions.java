package io.stepunit.junit;

import io.stepunit.junit.ResourceSearch.Kind;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.model.StateMachineDefinition;
import java.net.URL;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The definitions that were loaded, one per place and way of naming it. They are immutable, so that
 * all tests of a run share them.
 */
final class Definitions {
  private Definitions() {}

  /**
   * The definition of a resource as {@link ResourceSearch} finds it.
   *
   * @param origin who asks for it, for messages
   */
  static StateMachineDefinition load(ExtensionContext context, String resource, String origin) {
    URL place =
        ResourceSearch.find(Kind.DEFINITION, resource, context.getRequiredTestClass(), origin);
    ExtensionContext.Store shared = Stores.ofRun(context);
    Key key = new Key(place.toExternalForm(), resource);
    StateMachineDefinition known = shared.get(key, StateMachineDefinition.class);
    if (known != null) {
      return known;
    }
    // Loaded outside the store: an old store would keep a failure, and throw the same one at each
    // test.
    StateMachineDefinition loaded =
        DefinitionLoader.fromText(resource, ResourceSearch.read(Kind.DEFINITION, place));
    return Objects.requireNonNull(
        shared.getOrComputeIfAbsent(key, k -> loaded, StateMachineDefinition.class));
  }

  /** {@code order.asl.json} and {@code machines/order.yaml} are both named {@code order}. */
  static String machineName(String resource) {
    String file = resource.substring(resource.replace('\\', '/').lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  private record Key(String place, String resource) {}
}
