package io.tapdeck.sandbox.cloudformation.template;

import java.util.ArrayList;
import java.util.List;

/** {@code Fn::Cidr} over IPv4: an address range divided into equal ranges. */
final class CidrBlocks {

    private CidrBlocks() {}

    /**
     * The first ranges of a block.
     *
     * @param block such as {@code 10.0.0.0/16}
     * @param count how many, 1 to 256
     * @param hostBits the bits left to hosts in each; 8 gives /24
     */
    static List<String> divide(String block, int count, int hostBits) {
        String[] parts = block.split("[./]", -1);
        if (parts.length != 5) {
            throw Refusals.template("Fn::Cidr expects an IPv4 CIDR block, not " + block);
        }
        long address = 0;
        for (int octet = 0; octet < 4; octet++) {
            address = (address << 8) | Integer.parseInt(parts[octet]);
        }
        int prefix = Integer.parseInt(parts[4]);
        int length = 32 - hostBits;
        if (count < 1 || count > 256 || length < prefix || count > (1L << Math.min(length - prefix, 30))) {
            throw Refusals.template(
                    "Fn::Cidr cannot divide " + block + " into " + count + " blocks with " + hostBits + " host bits");
        }
        List<String> blocks = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            long start = address + ((long) index << hostBits);
            blocks.add((start >> 24 & 255) + "." + (start >> 16 & 255) + "." + (start >> 8 & 255) + "." + (start & 255)
                    + "/" + length);
        }
        return blocks;
    }
}
