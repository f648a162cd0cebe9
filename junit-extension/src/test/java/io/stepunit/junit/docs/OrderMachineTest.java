package io.stepunit.junit.docs;

import io.stepunit.junit.StateMachineTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StateMachineTest(value = "order.asl.json", startTime = "2026-03-29T00:30:00Z", seed = 7)
@interface OrderMachineTest {}
