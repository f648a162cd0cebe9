package io.stepunit.publicapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What users see of a type or of one of its members.
 *
 * @param text one line for people
 * @param named the types that it names
 */
record Signature(String text, Set<JavaClass> named) {
  /** The signature of the type itself, followed by those of its members that users can call. */
  static List<Signature> of(JavaClass type) {
    List<Signature> all = new ArrayList<>();
    all.add(declaration(type));
    type.getMembers().stream()
        .filter(Signature::isAccessible)
        .filter(member -> !isMadeByTheCompiler(type, member))
        .map(Signature::of)
        .forEach(all::add);
    return all;
  }

  private static Signature declaration(JavaClass type) {
    Set<JavaClass> named = new LinkedHashSet<>(bounds(type.getTypeParameters()));
    type.getSuperclass().ifPresent(superclass -> named.addAll(involved(superclass)));
    type.getInterfaces().forEach(each -> named.addAll(involved(each)));
    type.getAnnotations().forEach(annotation -> named.add(annotation.getRawType()));
    String superTypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
            .map(JavaType::getName)
            .filter(name -> !name.startsWith("java.lang."))
            .sorted()
            .map(name -> " : " + name)
            .collect(Collectors.joining());
    return new Signature(kind(type) + " " + type.getName() + superTypes, named);
  }

  private static String kind(JavaClass type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  private static Signature of(JavaMember member) {
    String owner = member.getOwner().getName();
    if (member instanceof JavaField field) {
      return new Signature(
          owner + "." + field.getName() + " : " + field.getType().getName(),
          involved(field.getType()));
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    Set<JavaClass> named = new LinkedHashSet<>(involved(unit.getReturnType()));
    unit.getParameterTypes().forEach(type -> named.addAll(involved(type)));
    unit.getExceptionTypes().forEach(type -> named.addAll(involved(type)));
    named.addAll(bounds(unit.getTypeParameters()));
    String parameters =
        unit.getParameterTypes().stream().map(JavaType::getName).collect(Collectors.joining(", "));
    String name = unit instanceof JavaConstructor ? "new" : unit.getName();
    String result = unit instanceof JavaConstructor ? "" : " : " + unit.getReturnType().getName();
    return new Signature(owner + "." + name + "(" + parameters + ")" + result, named);
  }

  private static Set<JavaClass> bounds(List<? extends JavaTypeVariable<?>> variables) {
    return variables.stream()
        .flatMap(variable -> variable.getUpperBounds().stream())
        .flatMap(bound -> involved(bound).stream())
        .collect(Collectors.toSet());
  }

  private static Set<JavaClass> involved(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .map(JavaClass::getBaseComponentType)
        .collect(Collectors.toSet());
  }

  /** Whether users can name a member of a type that they can name. */
  private static boolean isAccessible(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isMadeByTheCompiler(JavaClass type, JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return modifiers.contains(JavaModifier.SYNTHETIC)
        || modifiers.contains(JavaModifier.BRIDGE)
        || type.isEnum() && Set.of("values", "valueOf").contains(member.getName())
        || Set.of("toString", "hashCode", "equals").contains(member.getName());
  }
}
