package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.StackState.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * What may be done about a stack in each state: CloudFormation user guide, "Understand CloudFormation stack creation events",
 * "Stack failure options", "Continue rolling back an update"; API reference, CancelUpdateStack, RollbackStack, DeleteStack.
 */
class StackStatesTest {

    /** RetainResources and FORCE_DELETE_STACK are for DELETE_FAILED alone, CancelUpdateStack for UPDATE_IN_PROGRESS alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ABSENT                                       | ABSENT      | CREATE
            REVIEW_IN_PROGRESS                           | ABSENT      | CREATE DELETE
            CREATE_IN_PROGRESS                           | CREATING    | FOLLOW
            CREATE_FAILED                                | STUCK       | UPDATE ROLL_BACK DELETE
            CREATE_COMPLETE                              | RUNNING     | UPDATE DELETE
            ROLLBACK_IN_PROGRESS                         | ROLLED_BACK | FOLLOW
            ROLLBACK_FAILED                              | STUCK       | DELETE
            ROLLBACK_COMPLETE                            | STUCK       | CREATE DELETE
            DELETE_IN_PROGRESS                           | DELETING    | FOLLOW
            DELETE_FAILED                                | STUCK       | DELETE DELETE_RETAINING FORCE_DELETE
            DELETE_COMPLETE                              | ABSENT      | CREATE
            UPDATE_IN_PROGRESS                           | UPDATING    | FOLLOW CANCEL_UPDATE
            UPDATE_COMPLETE_CLEANUP_IN_PROGRESS          | RUNNING     | FOLLOW
            UPDATE_COMPLETE                              | RUNNING     | UPDATE DELETE
            UPDATE_FAILED                                | STUCK       | ROLL_BACK UPDATE DELETE
            UPDATE_ROLLBACK_IN_PROGRESS                  | ROLLED_BACK | FOLLOW
            UPDATE_ROLLBACK_FAILED                       | STUCK       | CONTINUE_ROLLBACK DELETE
            UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS | ROLLED_BACK | FOLLOW
            UPDATE_ROLLBACK_COMPLETE                     | ROLLED_BACK | UPDATE DELETE
            IMPORT_IN_PROGRESS                           | UPDATING    | FOLLOW
            IMPORT_COMPLETE                              | RUNNING     | UPDATE DELETE
            IMPORT_ROLLBACK_IN_PROGRESS                  | ROLLED_BACK | FOLLOW
            IMPORT_ROLLBACK_FAILED                       | STUCK       | DELETE
            IMPORT_ROLLBACK_COMPLETE                     | ROLLED_BACK | UPDATE DELETE
            SOMETHING_NEW                                | UNKNOWN     | ''
            """)
    void aStateAllowsTheseActionsTheSafestFirst(String name, Meaning meaning, String actions) {
        StackState state = new StackState(name);

        assertThat(state.meaning()).isEqualTo(meaning);
        assertThat(state.actions())
                .isEqualTo(
                        actions.isEmpty()
                                ? List.of()
                                : Arrays.stream(actions.split(" ", -1))
                                        .map(StackAction::valueOf)
                                        .toList());
    }

    static Stream<String> everyStatus() {
        return StackStatus.knownValues().stream().map(StackStatus::toString);
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void everyStackStatusHasARowOfItsOwn(String name) {
        StackState state = new StackState(name);

        assertThat(state.meaning()).isNotEqualTo(Meaning.UNKNOWN);
        assertThat(state.sentence()).endsWith(".");
        assertThat(state.consequences()).endsWith(".");
        assertThat(state.actions()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void whatRunsIsFollowedAndWhatStandsIsNot(String name) {
        StackState state = new StackState(name);

        assertThat(state.allows(StackAction.FOLLOW)).isEqualTo(state.busy());
        assertThat(state.busy()).isEqualTo(name.endsWith("_IN_PROGRESS") && !name.equals("REVIEW_IN_PROGRESS"));
    }

    @Test
    void theSentencesTellTheStatesApart() {
        assertThat(everyStatus().map(name -> new StackState(name).sentence())).doesNotHaveDuplicates();
    }
}
