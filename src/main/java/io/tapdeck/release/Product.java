package io.tapdeck.release;

import java.util.List;
import java.util.function.Supplier;

/**
 * This Tapdeck, as its settings show it.
 *
 * @param parts what it is made of and runs on; asking takes some ten milliseconds, since a program is started for it
 * @param updates whether a newer one is there
 */
public record Product(Supplier<List<ThisBuild.Part>> parts, Updates updates) {}
