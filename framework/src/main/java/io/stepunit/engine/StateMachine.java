package io.stepunit.engine;

import io.stepunit.model.StateMachineDefinition;
import io.stepunit.model.WorkflowType;

/**
 * A registered state machine.
 *
 * @param name the machine's name
 * @param arn its ARN
 * @param roleArn the role that its executions show
 * @param definition what it does
 * @param type how its executions run
 */
public record StateMachine(
    String name,
    String arn,
    String roleArn,
    StateMachineDefinition definition,
    WorkflowType type) {}
