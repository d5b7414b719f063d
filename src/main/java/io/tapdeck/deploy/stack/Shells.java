package io.tapdeck.deploy.stack;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.deploy.template.TemplateMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/**
 * Reads stacks that only ever held a change set. They have no tags yet; those that they shall have stand in the change set.
 */
public final class Shells {
    private final CloudFormationClient client;
    private final Calls calls;
    private final Session session;

    /** The shells of one region. */
    Shells(CloudFormationClient client, Calls calls, Session session) {
        this.client = client;
        this.calls = calls;
        this.session = session;
    }

    /**
     * Whose a shell is.
     *
     * @param changeSetId the ARN of the change set that says so
     */
    public record Shell(Stack stack, Owner owner, String changeSetId) {}

    /** Whether only a change set was ever in a stack. */
    public static boolean is(Stack stack) {
        return stack.stackStatusAsString().equals("REVIEW_IN_PROGRESS");
    }

    /** Whose a shell is; empty if it holds no change set of Tapdeck's. */
    public Optional<Shell> read(Stack stack) {
        return changeSets(stack).stream()
                .filter(changeSet -> changeSet.changeSetName().startsWith(RequestTokens.PREFIX))
                .flatMap(changeSet -> owner(changeSet.changeSetId()).stream()
                        .map(owner -> new Shell(stack, owner, changeSet.changeSetId())))
                .findFirst();
    }

    /** Whether nothing is in it, not even a change set. */
    public boolean empty(Stack stack) {
        return changeSets(stack).isEmpty();
    }

    private List<ChangeSetSummary> changeSets(Stack stack) {
        return calls.call(() -> Stacks.present(
                        () -> Optional.of(client.listChangeSets(request -> request.stackName(stack.stackId()))
                                .summaries())))
                .orElse(List.of());
    }

    /** Empty if it is gone meanwhile, or not Tapdeck's. */
    private Optional<Owner> owner(String changeSetId) {
        return calls.call(() -> {
            try {
                DescribeChangeSetResponse changeSet =
                        client.describeChangeSet(request -> request.changeSetName(changeSetId));
                return Owner.of(
                        changeSet.tags().stream()
                                .collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> first)),
                        session);
            } catch (CloudFormationException e) {
                if (AwsFailures.code(e).equals(AwsTexts.CHANGE_SET_NOT_FOUND)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /**
     * The newest of an environment's parts that exist already: then the first deployment has begun, and the change set of
     * its own stack waits for its turn. Empty for the shell of a part.
     */
    public Optional<Stack> begun(Shell shell, Function<Part, Stacks> stacksOf) {
        return shell.owner().part()
                ? Optional.empty()
                : parts(shell).reversed().stream()
                        .flatMap(part -> stacksOf.apply(part).find(part.stackName()).stream())
                        .filter(stack -> !is(stack))
                        .findFirst();
    }

    /** The parts that the template in the change set names, in the order of deployment. */
    public List<Part> parts(Shell shell) {
        return calls.call(() -> Stacks.present(() -> Optional.of(client.getTemplate(request ->
                                request.stackName(shell.stack().stackId()).changeSetName(shell.changeSetId()))
                        .templateBody())))
                .map(body -> TemplateMetadata.parts(
                        TemplateGraph.of(body), shell.owner().environment().region()))
                .orElse(List.of());
    }
}
