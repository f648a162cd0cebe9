package io.stepunit.junit;

import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TaskRequest;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.spi.UnanswerableTaskException;
import io.stepunit.internal.target.DeclaredAt;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** The Mockito mock of a {@link MockTask}, as the handler of its state. */
final class BoundMock implements TaskHandler {
  private static final String MOCKITO = "org.mockito.MockMakers";

  private final String description;
  private final String name;
  private final TaskHandler mock;
  private boolean used;

  private BoundMock(String description, String name, TaskHandler mock) {
    this.description = description;
    this.name = name;
    this.mock = mock;
  }

  /**
   * Makes a mock and binds it to its state.
   *
   * @param place the field or parameter, for messages
   * @param name what the test calls the mock
   * @throws ExtensionConfigurationException if there is no Mockito
   */
  static BoundMock bind(MockTask annotation, String place, String name, TestStateMachine machine) {
    String description = "@MockTask(\"%s\") on %s".formatted(annotation.value(), place);
    ClassLoader loader = BoundMock.class.getClassLoader();
    if (ReflectionSupport.tryToLoadClass(MOCKITO, loader).toOptional().isEmpty()) {
      throw new ExtensionConfigurationException(
          description
              + " needs Mockito 5 on the class path, and there is none. Add org.mockito:mockito-core to"
              + " the tests' dependencies, or mock the state by machine.mock(\"%s\")."
                  .formatted(annotation.value()));
    }
    TaskHandler mock = MockitoMocks.of(TaskHandler.class, name);
    BoundMock bound = new BoundMock(description, name, mock);
    // Lenient to the environment: the extension tells what is unused, over the tests of a class.
    MockRegistry.of(machine.mocks())
        .mock(annotation.value(), DeclaredAt.annotation(description))
        .handledBy(bound)
        .lenient();
    return bound;
  }

  @Override
  public TaskReply handle(TaskRequest request) throws Exception {
    used = true;
    TaskReply reply = mock.handle(request);
    if (reply == null) {
      throw new UnanswerableTaskException(
          "The mock '%s' has no answer for this call of '%s'. Stub it:"
                  .formatted(name, request.path())
              + " when(%s.handle(any())).thenReturn(TaskReply.succeeds(result))".formatted(name));
    }
    return reply;
  }

  /** What the field or parameter takes. */
  TaskHandler mock() {
    return mock;
  }

  boolean used() {
    return used;
  }

  /** Whether the test says answers for calls that never come. */
  boolean isStubbedInVain() {
    return !used && MockitoMocks.isStubbed(mock);
  }

  /** The field or parameter, for messages. */
  @Override
  public String toString() {
    return description;
  }
}
