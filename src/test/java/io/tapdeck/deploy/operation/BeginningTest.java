package io.tapdeck.deploy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What an operation is, by the stack's own event that it begins with (user guide, "Stack status codes"). */
class BeginningTest {

    @ParameterizedTest
    @CsvSource({
        "CREATE_IN_PROGRESS, CREATE, CREATE, false",
        "ROLLBACK_IN_PROGRESS, CREATE, DELETE, true",
        "UPDATE_IN_PROGRESS, UPDATE, UPDATE, false",
        "UPDATE_ROLLBACK_IN_PROGRESS, UPDATE, UPDATE, true",
        "IMPORT_IN_PROGRESS, UPDATE, UPDATE, false",
        "IMPORT_ROLLBACK_IN_PROGRESS, UPDATE, UPDATE, true",
        "DELETE_IN_PROGRESS, DELETE, DELETE, false",
    })
    void anOperationIsWhatItsFirstEventSays(String status, Operation operation, Operation moves, boolean turnsBack) {
        Beginning beginning =
                new Beginning(StackEvent.builder().resourceStatus(status).build());

        assertThat(beginning.operation()).isEqualTo(operation);
        assertThat(beginning.moves()).isEqualTo(moves);
        assertThat(beginning.turnsBack()).isEqualTo(turnsBack);
    }
}
