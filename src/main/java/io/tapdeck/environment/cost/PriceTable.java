package io.tapdeck.environment.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.environment.Usage;
import io.tapdeck.environment.cost.CostEstimate.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Prices by region and {@link Usage#price}. A region or a key that is not in it has no known price: nothing is guessed.
 *
 * @param regions prices by key, by region
 */
public record PriceTable(SortedMap<String, Map<String, Price>> regions) {
    private static final String FILE = "/io/tapdeck/assets/prices.json";
    private static final String CURRENCY = "USD";

    public PriceTable {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /** The table that comes with Tapdeck, {@code assets/prices.json}; reads it anew. */
    public static PriceTable builtIn() {
        try (InputStream file = Objects.requireNonNull(PriceTable.class.getResourceAsStream(FILE), FILE)) {
            return read(JsonMapper.builder().build().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PriceTable read(JsonNode table) {
        if (!table.path("currency").asText().equals(CURRENCY)) {
            throw new IllegalArgumentException("prices in " + table.path("currency"));
        }
        SortedMap<String, Map<String, Price>> regions = new TreeMap<>();
        table.path("regions").properties().forEach(region -> {
            Map<String, Price> prices = new TreeMap<>();
            region.getValue().properties().forEach(price -> prices.put(price.getKey(), price(price.getValue())));
            regions.put(region.getKey(), Map.copyOf(prices));
        });
        return new PriceTable(regions);
    }

    private static Price price(JsonNode price) {
        return new Price(
                new BigDecimal(price.path("price").asText()),
                price.path("unit").asText(),
                LocalDate.parse(price.path("date").asText()),
                price.path("source").asText());
    }

    /**
     * What a month of {@code usages} costs in {@code region}.
     *
     * @param usages as {@link io.tapdeck.environment.Blueprint#usage} says
     */
    public CostEstimate estimate(List<Usage> usages, String region) {
        Map<String, Price> prices = regions.get(region);
        if (prices == null) {
            return new CostEstimate.NoPrices(region);
        }
        List<Line> lines = new ArrayList<>();
        List<Usage> notPriced = new ArrayList<>();
        for (Usage usage : usages) {
            Price price = prices.get(usage.price());
            if (price == null) {
                notPriced.add(usage);
            } else {
                lines.add(new Line(usage, price));
            }
        }
        return new CostEstimate.Range(region, sum(lines, Line::least), sum(lines, Line::most), lines, notPriced);
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
