package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.store.JournalEntry.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One export for the desk and the command line. */
class JournalExportTest {
    private static final String COLUMNS =
            "operationId,kind,at,caller,account,region,blueprint,suffix,stackName,stackId,call,token,changeSet,words";

    private static JournalEntry saying(@Nullable String words) {
        return new JournalEntry(
                "op",
                Kind.REFUSED,
                Instant.parse("2026-11-22T10:00:00Z"),
                "arn:aws:iam::000000000000:user/ops",
                "000000000000",
                "us-east-1",
                "aurora-mysql",
                "dev",
                "tapdeck-aurora-mysql-dev",
                null,
                "CreateChangeSet",
                null,
                null,
                words);
    }

    @Test
    void everyColumnIsInEveryLineAlsoWhereNothingIsKnown() {
        assertThat(JournalExport.csv(List.of(saying(null))))
                .isEqualTo(
                        COLUMNS + "\r\nop,REFUSED,2026-11-22T10:00:00Z,arn:aws:iam::000000000000:user/ops,000000000000,"
                                + "us-east-1,aurora-mysql,dev,tapdeck-aurora-mysql-dev,,CreateChangeSet,,,\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It says "no", and more | "It says ""no"", and more"
            one, two               | "one, two"
            plain                  | plain
            """)
    void whatWouldEndACellIsQuoted(String words, String cell) {
        assertThat(JournalExport.csv(List.of(saying(words)))).endsWith("," + cell + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void aSpreadsheetComputesNothing(String words) {
        assertThat(JournalExport.csv(List.of(saying(words)))).endsWith(",'" + words + "\r\n");
    }

    @Test
    void jsonHasTheSameColumnsInBothForms() throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        List<JournalEntry> two = List.of(saying("a\nb"), saying(null));
        JsonNode array = mapper.readTree(JournalExport.json(two));
        List<String> lines = JournalExport.jsonLines(two).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(array).hasSize(2);
        for (int line = 0; line < 2; line++) {
            assertThat(mapper.readTree(lines.get(line))).isEqualTo(array.get(line));
            assertThat(array.get(line).fieldNames()).toIterable().containsExactly(COLUMNS.split(",", -1));
        }
        assertThat(array.at("/0/words").asText()).isEqualTo("a\nb");
        assertThat(array.at("/1/words").isNull()).isTrue();
    }
}
