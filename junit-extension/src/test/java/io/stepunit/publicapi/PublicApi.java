package io.stepunit.publicapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of all jars that users can name, and which of them they come to hold. */
final class PublicApi {
  private static final String INTERNAL = "io.stepunit.internal.";

  /** Where users begin: all that is public there is theirs. */
  private static final Set<String> ENTRY_PACKAGES =
      Set.of("io.stepunit", "io.stepunit.junit", "io.stepunit.assertj");

  /** Types of other packages that users call by themselves; what is thrown they catch. */
  private static final Set<String> ENTRY_TYPES =
      Set.of(
          "io.stepunit.load.DefinitionSource",
          "io.stepunit.load.DefinitionLoader",
          "io.stepunit.mock.MockConfigFile");

  private final List<JavaClass> accessible;

  private PublicApi(List<JavaClass> accessible) {
    this.accessible = accessible;
  }

  static PublicApi read() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.stepunit");
    return new PublicApi(
        all.stream()
            .filter(type -> !isInternal(type))
            .filter(PublicApi::isAccessible)
            .sorted((one, other) -> one.getName().compareTo(other.getName()))
            .toList());
  }

  static boolean isInternal(JavaClass type) {
    return type.getName().startsWith(INTERNAL);
  }

  private static boolean isAccessible(JavaClass type) {
    Set<JavaModifier> modifiers = type.getModifiers();
    boolean isOpen =
        modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    return isOpen
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && !type.getSimpleName().equals("package-info")
        && type.getEnclosingClass().map(PublicApi::isAccessible).orElse(true);
  }

  /** The types outside of internal packages that the language lets users name. */
  List<JavaClass> accessible() {
    return accessible;
  }

  /** The types that users come to hold: those of the entries, and all that their members name. */
  Set<JavaClass> held() {
    Deque<JavaClass> open =
        accessible.stream()
            .filter(PublicApi::isEntry)
            .collect(Collectors.toCollection(ArrayDeque::new));
    Set<JavaClass> held = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
    while (!open.isEmpty()) {
      JavaClass type = open.remove();
      if (accessible.contains(type) && held.add(type)) {
        Stream.concat(named(type), nested(type)).forEach(open::add);
      }
    }
    return held;
  }

  private static boolean isEntry(JavaClass type) {
    return ENTRY_PACKAGES.contains(type.getPackageName())
        || ENTRY_TYPES.contains(type.getName())
        || type.isAssignableTo(Throwable.class);
  }

  private static Stream<JavaClass> named(JavaClass type) {
    return Signature.of(type).stream().flatMap(signature -> signature.named().stream());
  }

  private Stream<JavaClass> nested(JavaClass type) {
    return accessible.stream()
        .filter(other -> other.getEnclosingClass().filter(type::equals).isPresent());
  }

  /** One line per type and member. */
  List<String> listing() {
    return accessible.stream()
        .flatMap(type -> Signature.of(type).stream())
        .map(Signature::text)
        .sorted()
        .distinct()
        .toList();
  }
}
