package com.example.orders

import io.stepunit.TestStateMachine
import io.stepunit.assertj.StepUnitAssertions.assertThat
import io.stepunit.junit.StateMachineTest
import java.time.Duration.ofSeconds
import org.junit.jupiter.api.Test

@StateMachineTest("order.asl.json")
class BusyGatewayTest {
    @Test
    fun `is asked again`(order: TestStateMachine) {
        order.mock("Charge").fails("Gateway.Busy", "503").times(2).thenReturns(mapOf("paid" to true))
        order.mock("Ship").returns(mapOf("number" to "T-9"))

        val run = order.run(mapOf("id" to 7, "amount" to 12))

        assertThat(run).isSucceeded().hasPath("Charge", "Ship").hasDuration(ofSeconds(6))
    }
}
