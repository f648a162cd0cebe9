package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.TableException;

/** The expressions of requests, by the names of their members. */
public enum ExpressionKind {
  CONDITION("ConditionExpression"),
  UPDATE("UpdateExpression"),
  PROJECTION("ProjectionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression");

  private final String member;

  ExpressionKind(String member) {
    this.member = member;
  }

  /** The member of the request. */
  public String member() {
    return member;
  }

  /** An expression of this kind makes no sense. */
  TableException invalid(String reason) {
    return TableException.invalid("Invalid %s: %s".formatted(member, reason));
  }
}
