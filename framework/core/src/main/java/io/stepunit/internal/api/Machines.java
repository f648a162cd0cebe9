package io.stepunit.internal.api;

import io.stepunit.internal.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The registered machines of one environment, by ARN and by what definitions call them. */
public final class Machines {
  private static final Pattern MACHINE_ARN =
      Pattern.compile("(.*:stateMachine:([^:${}]+))(?::([^:]+))?");

  private final Map<String, RegisteredMachine> byArn = new LinkedHashMap<>();
  private final Map<String, RegisteredMachine> byReference = new LinkedHashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();

  /**
   * Registers a machine.
   *
   * @throws IllegalArgumentException if there is one of the same ARN
   */
  public void add(RegisteredMachine registered) {
    String arn = registered.arn();
    RegisteredMachine other = byArn.putIfAbsent(arn, registered);
    if (other != null) {
      throw new IllegalArgumentException(
          "Two state machines are named '%s' in one environment: %s and %s. Give one another name: env.define(name, definition) or env.register(name, definition)."
              .formatted(
                  registered.machine().name(),
                  other.machine().definition().location(),
                  registered.machine().definition().location()));
    }
    deleted.remove(arn);
  }

  /**
   * Lets a machine be found by what a definition calls it, such as {@code ${ChildArn}}.
   *
   * @throws IllegalArgumentException if another machine is called so
   */
  public void bind(String reference, RegisteredMachine registered) {
    RegisteredMachine other = byReference.putIfAbsent(reference, registered);
    if (other != null && other != registered) {
      throw new IllegalArgumentException(
          "'%s' is already bound to the state machine '%s' and cannot be bound to '%s' too."
              .formatted(reference, other.machine().name(), registered.machine().name()));
    }
  }

  /** Lets machines be found by what others of the same ARNs are called. */
  public void bindLike(Machines others) {
    others.byReference.forEach(
        (reference, other) ->
            findExactly(other.arn()).ifPresent(mine -> byReference.putIfAbsent(reference, mine)));
  }

  /** Whether an ARN is of a version. */
  static boolean isVersion(String arn) {
    Matcher parts = MACHINE_ARN.matcher(arn);
    return parts.matches()
        && parts.group(3) != null
        && parts.group(3).chars().allMatch(Character::isDigit);
  }

  /** An ARN without its version or alias; another text as it is. */
  static String withoutQualifier(String arn) {
    Matcher parts = MACHINE_ARN.matcher(arn);
    return parts.matches() ? parts.group(1) : arn;
  }

  /** The machine of an ARN without a version or alias, or of a bound reference. */
  Optional<RegisteredMachine> findExactly(String reference) {
    return Optional.ofNullable(calledExactly(reference));
  }

  /** The machine of an ARN, with or without a version or alias, or of a bound reference. */
  public Optional<RegisteredMachine> find(String reference) {
    RegisteredMachine exact = calledExactly(reference);
    if (exact != null) {
      return Optional.of(exact);
    }
    Matcher parts = MACHINE_ARN.matcher(reference);
    if (!parts.matches()) {
      return Optional.empty();
    }
    RegisteredMachine unqualified = calledExactly(parts.group(1));
    return unqualified == null && reference.contains("${")
        ? byName(parts.group(2))
        : Optional.ofNullable(unqualified);
  }

  private @Nullable RegisteredMachine calledExactly(String reference) {
    return byReference.getOrDefault(reference, byArn.get(reference));
  }

  /** {@code arn:aws:states:${AWS::Region}:${AWS::AccountId}:stateMachine:child}. */
  private Optional<RegisteredMachine> byName(String name) {
    return byArn.values().stream()
        .filter(registered -> registered.machine().name().equals(name))
        .findFirst();
  }

  /** From now on the machine does not exist. */
  void remove(RegisteredMachine registered) {
    byArn.remove(registered.arn());
    byReference.values().removeIf(bound -> bound == registered);
    deleted.add(registered.arn());
  }

  /** Whether there was a machine of this ARN. */
  boolean isDeleted(String arn) {
    return deleted.contains(arn);
  }

  /** The machines, in the order of their registration. */
  public List<RegisteredMachine> all() {
    return List.copyOf(byArn.values());
  }

  /** The names of the machines and the one nearest to a text, for messages. */
  String listed(@Nullable String near) {
    List<String> known = new ArrayList<>(byArn.keySet());
    known.addAll(byReference.keySet());
    String nearest = near == null ? "" : Suggestion.of(near, known).asSentence();
    return "Registered are: " + String.join(", ", known) + "." + nearest;
  }
}
