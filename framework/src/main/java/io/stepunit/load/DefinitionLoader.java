package io.stepunit.load;

import io.stepunit.model.Diagnostics;
import io.stepunit.model.InvalidDefinitionException;
import io.stepunit.model.LocatedNode;
import io.stepunit.model.StateMachineDefinition;
import io.stepunit.model.UnsupportedFeatureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads state machine definitions, JSON or YAML, from the class path, from files, and from text.
 *
 * <pre>{@code
 * StateMachineDefinition order =
 *     DefinitionLoader.fromResource("order.asl.json", getClass().getClassLoader());
 * }</pre>
 *
 * <p>Every method throws {@link InvalidDefinitionException} with all problems found if the
 * definition is not valid, and {@link UnsupportedFeatureException} if it uses a part of the
 * language that StepUnit cannot run. See "Amazon States Language" in the AWS Step Functions
 * Developer Guide.
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
    String path = name.startsWith("/") ? name.substring(1) : name;
    try (InputStream stream = loader.getResourceAsStream(path)) {
      if (stream == null) {
        throw new DefinitionNotFoundException(ClassPathSearch.notFound(path, loader));
      }
      return fromText(name, decode(name, stream.readAllBytes()));
    } catch (IOException e) {
      throw new DefinitionNotFoundException(
          "The class path resource '" + path + "' could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * Loads a definition from a file.
   *
   * @throws DefinitionNotFoundException if the file is not there or cannot be read
   */
  public static StateMachineDefinition fromFile(Path file) {
    try {
      return fromText(file.toString(), decode(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new DefinitionNotFoundException(FileSearch.notFound(file, e), e);
    }
  }

  /**
   * Loads a definition given as text.
   *
   * @param displayName what messages call the text; a name that ends in {@code .json}, {@code
   *     .yaml} or {@code .yml} also says its format, otherwise the text is looked at
   */
  public static StateMachineDefinition fromText(String displayName, String text) {
    Diagnostics diagnostics = new Diagnostics();
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    LocatedNode root = TextFormat.of(displayName, content).parse(displayName, content, diagnostics);
    return StateMachineDefinition.read(root, diagnostics);
  }

  /**
   * Loads the definition of one state alone: what stands under its name in {@code States}. Its
   * transitions may lead to states that are not there.
   *
   * @param stateName the name that the state is given, which messages show
   */
  public static StateMachineDefinition stateFromText(String stateName, String text) {
    Diagnostics diagnostics = new Diagnostics();
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    LocatedNode state = TextFormat.of(stateName, content).parse(stateName, content, diagnostics);
    return StateMachineDefinition.readState(stateName, state, diagnostics);
  }

  private static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DefinitionNotFoundException(
          "'" + name + "' is not UTF-8 text; save it as UTF-8", e);
    }
  }
}
