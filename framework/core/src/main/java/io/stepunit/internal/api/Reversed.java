package io.stepunit.internal.api;

import java.util.AbstractList;
import java.util.List;

/** A list read from its end. */
final class Reversed<E> extends AbstractList<E> {
  private final List<E> list;

  Reversed(List<E> list) {
    this.list = list;
  }

  @Override
  public E get(int index) {
    return list.get(list.size() - 1 - index);
  }

  @Override
  public int size() {
    return list.size();
  }
}
