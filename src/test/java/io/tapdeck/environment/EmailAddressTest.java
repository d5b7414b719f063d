package io.tapdeck.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"ops@acme.example", "on.call+db@mail.acme-corp.co.uk", "o'neil@a.io"})
    void takesAddresses(String address) {
        assertThat(EmailAddress.complaint(address)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ops               | “ops” lacks an @ and a domain.
            dba@acme          | “dba@acme” lacks a domain ending, such as .com
            a@b@acme.example  | “a@b@acme.example” has more than one @.
            @acme.example     | “@acme.example” has no valid name before the @.
            a..b@acme.example | “a..b@acme.example” has no valid name before the @.
            .ops@acme.example | “.ops@acme.example” has no valid name before the @.
            ops@acme..example | “acme..example” is not a domain.
            ops@-acme.example | “-acme.example” is not a domain.
            o ps@acme.example | “o ps@acme.example” has no valid name before the @.
            """)
    void saysWhatIsWrong(String address, String complaint) {
        assertThat(EmailAddress.complaint(address)).isEqualTo(complaint);
    }

    @Test
    void hasALimit() {
        String domain = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".example";

        assertThat(EmailAddress.complaint("a".repeat(60) + "@" + domain)).isNull();
        assertThat(EmailAddress.complaint("a".repeat(64) + "@" + domain + ".example.org.uk"))
                .isEqualTo("An address has at most 254 characters.");
    }
}
