package io.tapdeck.environment.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Usage;
import io.tapdeck.environment.Validation;
import io.tapdeck.environment.cost.CostEstimate.NoPrices;
import io.tapdeck.environment.cost.CostEstimate.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a month costs, and what the table does not know. */
class PriceTableTest {
    private static final String TABLE = """
            {"currency": "USD", "regions": {"us-east-1": {
              "acu": {"price": "0.12", "unit": "ACU-hour", "date": "2026-03-28", "source": "a page"},
              "key": {"price": "1.00", "unit": "key-month", "date": "2026-09-20", "source": "another page"}}}}
            """;

    private static final Usage CAPACITY = usage("acu", "730", "2920", "one instance");
    private static final Usage KEY = usage("key", "1", "1", "one key");
    private static final Usage MESSAGES = usage("sqs", "0", "5", "up to 5 million requests");

    private static Usage usage(String price, String least, String most, String assumption) {
        return new Usage(price, new BigDecimal(least), new BigDecimal(most), assumption);
    }

    private static PriceTable table() throws IOException {
        return PriceTable.read(JsonMapper.builder().build().readTree(TABLE));
    }

    @Test
    void sumsTheLeastAndTheMostOfEveryLine() throws IOException {
        assertThat(table().estimate(List.of(CAPACITY, KEY), "us-east-1")).isInstanceOfSatisfying(Range.class, range -> {
            assertThat(range.least()).isEqualByComparingTo("88.60");
            assertThat(range.most()).isEqualByComparingTo("351.40");
            assertThat(range.words()).isEqualTo("$89 to $351 a month");
            assertThat(range.lines())
                    .extracting(CostEstimate.Line::words)
                    .containsExactly("$88 to $350: one instance", "$1.00: one key");
            assertThat(range.oldestPrice()).isEqualTo(LocalDate.of(2026, 3, 28));
        });
    }

    @Test
    void namesWhatHasNoPriceInsteadOfCountingItAsNothing() throws IOException {
        assertThat(table().estimate(List.of(KEY, MESSAGES), "us-east-1")).isInstanceOfSatisfying(Range.class, range -> {
            assertThat(range.notPriced()).containsExactly(MESSAGES);
            assertThat(range.words()).isEqualTo("$1.00 a month and what has no price here: up to 5 million requests");
        });
    }

    @Test
    void aRegionWithoutPricesIsNotPricedAsAnother() throws IOException {
        assertThat(table().estimate(List.of(KEY), "eu-central-1"))
                .isEqualTo(new NoPrices("eu-central-1"))
                .extracting(CostEstimate::words)
                .isEqualTo("No prices for eu-central-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | $0",
                "0 | 0.40 | $0 to $0.40",
                "1 | 1 | $1.00",
                "9.994 | 10 | $9.99 to $10",
                "91.6 | 362.4 | $92 to $362",
                "88.1 | 88.4 | $88",
                "1500 | 44850 | $1,500 to $44,850",
            })
    void saysNoMoreDigitsThanAnEstimateIsWorth(BigDecimal least, BigDecimal most, String words) {
        assertThat(Money.range(least, most)).isEqualTo(words);
    }

    @Test
    void refusesAnotherCurrency() {
        assertThatThrownBy(() -> PriceTable.read(
                        JsonMapper.builder().build().readTree("{\"currency\": \"EUR\", \"regions\": {}}")))
                .hasMessageContaining("EUR");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void hasAPriceInTheFirstRegionForAllThatABuiltInBlueprintUses(Blueprint blueprint, String preset) {
        Draft draft =
                Draft.of(blueprint, blueprint.preset(preset).orElseThrow()).withSuffix("dev");
        EnvironmentDefinition definition = ((Validation.Valid) Validation.of(blueprint, draft)).definition();

        assertThat(PriceTable.builtIn().estimate(blueprint.usage(definition), "us-east-1"))
                .isInstanceOfSatisfying(Range.class, range -> {
                    assertThat(range.notPriced()).isEmpty();
                    assertThat(range.most()).isPositive();
                });
    }

    static Stream<Arguments> presets() {
        return Blueprints.builtIn().all().stream()
                .flatMap(blueprint -> blueprint.presets().stream().map(preset -> Arguments.of(blueprint, preset.id())));
    }

    @Test
    void everyPriceSaysWhereItWasReadAndWhen() {
        assertThat(PriceTable.builtIn().regions()).containsKey("us-east-1");
        assertThat(PriceTable.builtIn().regions().values())
                .allSatisfy(prices -> assertThat(prices.values()).allSatisfy(price -> {
                    assertThat(price.perUnit()).isPositive();
                    assertThat(price.unit()).isNotBlank();
                    assertThat(price.source()).isNotBlank();
                    assertThat(price.date()).isBetween(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 22));
                }));
    }
}
