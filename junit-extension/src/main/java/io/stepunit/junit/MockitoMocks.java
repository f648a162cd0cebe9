package io.stepunit.junit;

import org.mockito.MockMakers;
import org.mockito.Mockito;

/** The only class that knows Mockito, an optional dependency. */
final class MockitoMocks {
  private MockitoMocks() {}

  /** A mock of an interface, made without an agent. */
  static <T> T of(Class<T> type, String name) {
    return Mockito.mock(type, Mockito.withSettings().name(name).mockMaker(MockMakers.PROXY));
  }

  /** Whether a mock was told what to answer. */
  static boolean isStubbed(Object mock) {
    return !Mockito.mockingDetails(mock).getStubbings().isEmpty();
  }
}
