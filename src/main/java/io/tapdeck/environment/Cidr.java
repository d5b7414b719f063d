package io.tapdeck.environment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 network in CIDR notation, its host bits zero.
 *
 * @param address the network address as an unsigned 32-bit number
 * @param prefix the prefix length, 0 to 32
 */
public record Cidr(long address, int prefix) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    public Cidr {
        if (prefix < 0 || prefix > 32 || address < 0 || address > 0xFFFF_FFFFL || (address & hostMask(prefix)) != 0) {
            throw new IllegalArgumentException("not a network: " + dotted(address) + "/" + prefix);
        }
    }

    /**
     * Reads a network.
     *
     * @throws IllegalArgumentException if {@code text} is not one, or has host bits set
     */
    public static Cidr parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Cidr(addressOf(matcher), Integer.parseInt(matcher.group(5)));
    }

    /**
     * What is wrong with {@code text} as a network whose prefix is between {@code shortest} and {@code longest}, or null.
     */
    static @Nullable Problem problem(String field, String text, int shortest, int longest) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return new Problem(field, "Write a network as address and prefix, such as 10.30.0.0/16.");
        }
        long address = addressOf(matcher);
        if (address < 0) {
            return new Problem(field, "Each part of the address is a number from 0 to 255.");
        }
        int prefix = Integer.parseInt(matcher.group(5));
        if (prefix < shortest || prefix > longest) {
            return new Problem(field, "The prefix /%d is outside /%d to /%d.".formatted(prefix, shortest, longest));
        }
        if ((address & hostMask(prefix)) != 0) {
            String network = dotted(address & ~hostMask(prefix)) + "/" + prefix;
            return new Problem(
                    field,
                    "%s is an address inside %s, not a network.".formatted(dotted(address), network),
                    new Problem.Fix("Use " + network, field, network));
        }
        return null;
    }

    /** Whether the two networks share an address. */
    public boolean overlaps(Cidr other) {
        int common = Math.min(prefix, other.prefix);
        return (address & ~hostMask(common)) == (other.address & ~hostMask(common));
    }

    /** Whether every address of {@code other} is in this network; so is a network in itself. */
    public boolean contains(Cidr other) {
        return prefix <= other.prefix && overlaps(other);
    }

    /**
     * A part of this network.
     *
     * @param length the prefix length of the part, from this one's on
     * @param index which of the parts, from 0 on
     * @throws IllegalArgumentException if there is no such part
     */
    public Cidr part(int length, long index) {
        if (length < prefix || length > 32 || index < 0 || index >= 1L << (length - prefix)) {
            throw new IllegalArgumentException("no /%d number %d in %s".formatted(length, index, this));
        }
        return new Cidr(address + (index << (32 - length)), length);
    }

    /** The network of prefix length {@code length}, at most this one's, that holds this one. */
    public Cidr within(int length) {
        return new Cidr(address & ~hostMask(length), Math.min(length, prefix));
    }

    /** The address parts of a match, or -1 if one is above 255. */
    private static long addressOf(Matcher matcher) {
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int part = Integer.parseInt(matcher.group(group));
            if (part > 255) {
                return -1;
            }
            address = address << 8 | part;
        }
        return address;
    }

    private static long hostMask(int prefix) {
        return (1L << (32 - prefix)) - 1;
    }

    private static String dotted(long address) {
        return "%d.%d.%d.%d".formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
    }

    @Override
    public String toString() {
        return dotted(address) + "/" + prefix;
    }
}
