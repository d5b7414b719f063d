package io.tapdeck.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MetricDimension.Fixed;
import io.tapdeck.environment.MetricDimension.Form;
import io.tapdeck.environment.MetricDimension.OfResource;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricDimensionTest {
    private final List<PhysicalResource> resources = List.of(
            new PhysicalResource(
                    "JobsDead1A", "AWS::SQS::Queue", "https://sqs.us-east-1.amazonaws.com/111122223333/dead"),
            new PhysicalResource("Jobs2B", "AWS::SQS::Queue", "https://sqs.us-east-1.amazonaws.com/111122223333/jobs"),
            new PhysicalResource("Dead3C", "AWS::DynamoDB::Table", "letters"));

    @Test
    void tellsResourcesOfOneTypeApartByTheirLogicalIds() {
        assertThat(new MetricDimension(
                                "QueueName", new OfResource("AWS::SQS::Queue", "JobsDead", Form.AFTER_LAST_SLASH))
                        .in(resources))
                .contains("dead");
        assertThat(new MetricDimension("QueueName", new OfResource("AWS::SQS::Queue", "Jobs2", Form.AFTER_LAST_SLASH))
                        .in(resources))
                .contains("jobs");
    }

    @Test
    void takesAWholePhysicalId() {
        assertThat(MetricDimension.of("TableName", "AWS::DynamoDB::Table", "Dead")
                        .in(resources))
                .contains("letters");
    }

    @Test
    void hasNoValueWhileTheResourceDoesNotExist() {
        assertThat(MetricDimension.of("TableName", "AWS::DynamoDB::Table", "Jobs")
                        .in(resources))
                .isEmpty();
    }

    @Test
    void aFixedValueNeedsNoResource() {
        assertThat(new MetricDimension("Operation", new Fixed("GetItem")).in(List.of()))
                .contains("GetItem");
    }
}
