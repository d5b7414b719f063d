package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a session is, by the ARN that STS gives. */
class SessionTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::111122223333:assumed-role/Administrator/ops, Administrator",
        "arn:aws-cn:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/me@example.com, "
                + "AWSReservedSSO_ReadOnly_0123456789abcdef",
        "arn:aws:iam::111122223333:user/Jane, Jane",
        "arn:aws:iam::111122223333:user/division/team/Jane, Jane",
        "arn:aws:sts::111122223333:federated-user/Jane, Jane",
        "arn:aws:iam::111122223333:root, root"
    })
    void aRoleOrUserIsNamedWithoutItsPathAndSession(String arn, String name) {
        assertThat(new Session("s", "111122223333", "us-east-1", arn, Session.Kind.ACCOUNT, false).role())
                .isEqualTo(name);
    }
}
