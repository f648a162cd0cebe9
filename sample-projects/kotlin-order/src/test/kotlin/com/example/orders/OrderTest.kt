package com.example.orders

import io.stepunit.TestStateMachine
import io.stepunit.assertj.StepUnitAssertions.assertThat
import io.stepunit.junit.StateMachineTest
import java.time.Duration.ofMinutes
import java.time.Duration.ofSeconds
import org.junit.jupiter.api.Test

data class Order(val id: Int, val amount: Double)

data class Payment(val paid: Boolean, val reference: String)

@StateMachineTest("order.asl.json")
class OrderTest {
    private val order = Order(id = 7, amount = 12.5)
    private val paid = Payment(paid = true, reference = "C-77")

    @Test
    fun `ships paid orders`(machine: TestStateMachine) {
        machine.mock("Charge").returns(paid)
        machine.mock("Ship").isCalledBackAfter(ofMinutes(40)).with(mapOf("number" to "T-9"))

        val run = machine.run(order)

        assertThat(run)
            .isSucceeded()
            .hasPath("Charge", "Ship")
            .hasOutputAt("$.payment.reference", "C-77")
            .hasDuration(ofMinutes(40))
    }

    @Test
    fun `asks a busy gateway again`(machine: TestStateMachine) {
        machine.mock("Charge").fails("Gateway.Busy", "503").times(2).thenReturns(paid)
        machine.mock("Ship").isCalledBackAfter(ofMinutes(40)).with(mapOf("number" to "T-9"))

        val run = machine.run(order)

        assertThat(run).state("Charge") { it.hasRetryDelays(ofSeconds(2), ofSeconds(4)) }
    }

    @Test
    fun `cancels an order when the gateway stays busy`(machine: TestStateMachine) {
        machine.mock("Charge").fails("Gateway.Busy", "503")

        val run = machine.run(order)

        assertThat(run).isFailed().hasError("Order.Cancelled").state("Charge") { it.hasAttempts(4) }
    }

    @Test
    fun `cancels what is not paid`(machine: TestStateMachine) {
        machine.mock("Charge").fails("Card.Declined", "Expired")

        val run = machine.run(order)

        assertThat(run).isFailed().hasError("Order.Cancelled").hasCause("Expired").neverVisited("Ship")
    }

    @Test
    fun `computes an answer from the input`(machine: TestStateMachine) {
        machine.mock("Charge").answers { call -> Payment(call.inputAt("$.amount").asDouble() < 100, "C-1") }
        machine.mock("Ship").isCalledBackAfter(ofMinutes(1)).with("{}")

        assertThat(machine.run(order)).hasOutputAt("$.payment.paid", true)
        assertThat(machine.run(order.copy(amount = 900.0))).hasOutputAt("$.payment.paid", false)
    }

    @Test
    fun `waits as long as the packer is heard of`(machine: TestStateMachine) {
        machine.mock("Charge").returns(paid)
        val run = machine.start(order).runUntilParked()

        run.advance(ofMinutes(50))
        run.token("Ship").heartbeat()
        run.advance(ofMinutes(50))
        run.token("Ship").succeed(mapOf("number" to "T-9"))

        assertThat(run.finish()).isSucceeded().hasDuration(ofMinutes(100))
    }

    @Test
    fun `fails when the packer is not heard of for an hour`(machine: TestStateMachine) {
        machine.mock("Charge").returns(paid)
        machine.mock("Ship").waitsForToken()

        val run = machine.run(order)

        assertThat(run).isFailed().hasError("States.Timeout").hasDuration(ofMinutes(60))
    }
}
