package io.tapdeck.desk.icons;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The two containers that Windows and macOS want their icons in. Both take PNG pictures as they are. */
final class IconFiles {
    private static final int ICO_HEAD = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEAD = 8;

    /** macOS's types of pictures in PNG, by width (Apple's "icns" format: "ic07" is 128 pixels wide). */
    private static final Map<Integer, String> ICNS_TYPES =
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");

    private IconFiles() {}

    /** A Windows icon of PNG pictures (Microsoft, "ICONDIR": a width of 256 is written as 0). */
    static byte[] ico(SortedMap<Integer, byte[]> pictures) {
        int offset = ICO_HEAD + ICO_ENTRY * pictures.size();
        ByteBuffer file = ByteBuffer.allocate(offset + sum(pictures)).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            byte width = picture.getKey().byteValue();
            file.put(width).put(width).put((byte) 0).put((byte) 0);
            file.putShort((short) 1).putShort((short) 32);
            file.putInt(picture.getValue().length).putInt(offset);
            offset += picture.getValue().length;
        }
        pictures.values().forEach(file::put);
        return file.array();
    }

    /** A macOS icon of PNG pictures, of those widths that macOS knows. */
    static byte[] icns(SortedMap<Integer, byte[]> pictures) {
        SortedMap<Integer, byte[]> known = new TreeMap<>(pictures);
        known.keySet().retainAll(ICNS_TYPES.keySet());
        int size = ICNS_HEAD * (known.size() + 1) + sum(known);
        ByteBuffer file = ByteBuffer.allocate(size);
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        known.forEach((width, picture) -> {
            file.put(Objects.requireNonNull(ICNS_TYPES.get(width)).getBytes(StandardCharsets.US_ASCII));
            file.putInt(ICNS_HEAD + picture.length).put(picture);
        });
        return file.array();
    }

    private static int sum(SortedMap<Integer, byte[]> pictures) {
        return pictures.values().stream().mapToInt(picture -> picture.length).sum();
    }
}
