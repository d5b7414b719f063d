package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** AWS takes 50 tags a resource; those of its stack count. */
class TagLimitTest {
    private static final String ONE_OWN_TAG = """
            {"Resources": {
              "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"Tags": [{"Key": "own", "Value": "x"}]}}}}
            """;

    private final Cloud cloud = new Cloud();

    @Test
    void aResourceTakesFiftyTagsAndNoMore() {
        assertThat(create("fits", 49)).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(create("refused", 50)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(cloud.failures("refused"))
                .containsEntry("Queue", "Model validation failed (#/Tags: maximum size: [50], found: [51])");
    }

    private StackStatus create(String stack, int tags) {
        cloud.client.createStack(request -> request.stackName(stack)
                .templateBody(ONE_OWN_TAG)
                .tags(IntStream.range(0, tags)
                        .mapToObj(number ->
                                Tag.builder().key("k" + number).value("v").build())
                        .toList()));
        cloud.settle();
        return cloud.stack(stack).stackStatus();
    }
}
