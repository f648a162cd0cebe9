package io.stepunit.engine;

import io.stepunit.model.StateMachineDefinition;

/**
 * A registered state machine.
 *
 * @param name the machine's name
 * @param arn its ARN
 * @param roleArn the role that its executions show
 * @param definition what it does
 */
public record StateMachine(
    String name, String arn, String roleArn, StateMachineDefinition definition) {}
