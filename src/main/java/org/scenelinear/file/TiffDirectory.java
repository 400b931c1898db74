/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;

/**
 * One directory of a TIFF file: the fields that describe one page (TIFF 6.0, section 2). Values are read when they are
 * asked for; that they lie inside the file is checked before.
 */
final class TiffDirectory {
    static final int NEW_SUBFILE_TYPE = 254;
    static final int IMAGE_WIDTH = 256;
    static final int IMAGE_LENGTH = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int IMAGE_DESCRIPTION = 270;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTE_COUNTS = 279;
    static final int PLANAR_CONFIGURATION = 284;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_LENGTH = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTE_COUNTS = 325;
    static final int SAMPLE_FORMAT = 339;
    /** ImageJ's own: sizes of the entries in {@link #IMAGEJ_DATA}. */
    static final int IMAGEJ_SIZES = 50838;
    /** ImageJ's own: slice labels, display ranges, properties. */
    static final int IMAGEJ_DATA = 50839;

    static final int TYPE_BYTE = 1;
    static final int TYPE_ASCII = 2;
    static final int TYPE_SHORT = 3;
    static final int TYPE_LONG = 4;

    private static final int MAGIC = 42;
    private static final int BIG_TIFF_MAGIC = 43;
    private static final int MOST_PAGES = 65535;
    /** Bytes of one value by type; 0 for types that do not exist. */
    private static final List<Integer> TYPE_SIZES = List.of(0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4);

    private record Field(int type, long count, long position) {}

    private final String file;
    private final FileChannel channel;
    private final ByteOrder order;
    private final int page;
    private final Map<Integer, Field> fields = new HashMap<>();

    private TiffDirectory(String file, FileChannel channel, ByteOrder order, int page) {
        this.file = file;
        this.channel = channel;
        this.order = order;
        this.page = page;
    }

    /**
     * All directories of a file in their order, at least one.
     *
     * @throws InvalidFileException if it is no TIFF file, or a directory lies outside of it or comes twice
     * @throws UnsupportedFileException if it is a BigTIFF
     */
    static List<TiffDirectory> readAll(String file, FileChannel channel) throws IOException {
        ByteBuffer header = bytes(file, "header", channel, 0, 8);
        int mark = header.getShort(0);
        if (mark != 0x4949 && mark != 0x4D4D) {
            throw new InvalidFileException(file, "header", "is no TIFF file");
        }
        header.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int magic = header.getShort(2);
        if (magic == BIG_TIFF_MAGIC) {
            throw new UnsupportedFileException(file, "header", "is a BigTIFF, which cannot be read");
        }
        if (magic != MAGIC) {
            throw new InvalidFileException(file, "header", "is no TIFF file");
        }
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (long next = Integer.toUnsignedLong(header.getInt(4)); next != 0; ) {
            if (!seen.add(next)) {
                throw new InvalidFileException(
                        file, "page " + directories.size(), "the directory at byte " + next + " comes twice");
            }
            if (directories.size() == MOST_PAGES) {
                throw new UnsupportedFileException(file, "", "has more than " + MOST_PAGES + " pages");
            }
            TiffDirectory directory = new TiffDirectory(file, channel, header.order(), directories.size());
            next = directory.readFields(next);
            directories.add(directory);
        }
        if (directories.isEmpty()) {
            throw new InvalidFileException(file, "header", "has no page");
        }
        return directories;
    }

    /** Reads the entries and answers where the next directory is, 0 if there is none. */
    private long readFields(long position) throws IOException {
        int count = Short.toUnsignedInt(
                bytes(file, place(), channel, position, 2).order(order).getShort());
        ByteBuffer entries =
                bytes(file, place(), channel, position + 2, 12 * count + 4).order(order);
        for (int i = 0; i < count; i++) {
            int tag = Short.toUnsignedInt(entries.getShort());
            int type = Short.toUnsignedInt(entries.getShort());
            long values = Integer.toUnsignedLong(entries.getInt());
            long where = Integer.toUnsignedLong(entries.getInt());
            int typeSize = type < TYPE_SIZES.size() ? TYPE_SIZES.get(type) : 0;
            long size = values * typeSize;
            if (size <= 4) {
                where = position + 2 + 12L * i + 8;
            }
            if (where + size > channel.size()) {
                throw new InvalidFileException(
                        file,
                        place() + ", field " + tag,
                        "claims " + size + " bytes at " + where + "; the file ends at " + channel.size());
            }
            fields.put(tag, new Field(typeSize == 0 ? 0 : type, values, where));
        }
        return Integer.toUnsignedLong(entries.getInt());
    }

    /** The byte order of all numbers in the file. */
    ByteOrder order() {
        return order;
    }

    /** The page as it is named in messages. */
    String place() {
        return "page " + page;
    }

    /** The first value of a field, or another if the field is not there. */
    long number(int tag, long otherwise) throws IOException {
        Field field = fields.get(tag);
        return field == null || field.count() == 0 ? otherwise : values(tag, field, 1)[0];
    }

    /** The first value of a field that must be there. */
    long number(int tag) throws IOException {
        long number = number(tag, -1);
        if (number < 0) {
            throw new InvalidFileException(file, place(), "has no field " + tag);
        }
        return number;
    }

    /** All values of a field; none if it is not there. */
    long[] numbers(int tag) throws IOException {
        Field field = fields.get(tag);
        return field == null ? new long[0] : values(tag, field, (int) Math.min(field.count(), Integer.MAX_VALUE));
    }

    /** The bytes of a field in the file's byte order; none if it is not there. */
    ByteBuffer bytes(int tag) throws IOException {
        Field field = fields.get(tag);
        if (field == null) {
            return ByteBuffer.allocate(0);
        }
        long size = field.count() * TYPE_SIZES.get(field.type());
        if (size > Integer.MAX_VALUE - 8) {
            throw new UnsupportedFileException(file, place() + ", field " + tag, "is too large");
        }
        return bytes(file, place(), channel, field.position(), (int) size).order(order);
    }

    /** The text of a field; empty if it is not there. */
    String text(int tag) throws IOException {
        String text = StandardCharsets.UTF_8.decode(bytes(tag)).toString();
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private long[] values(int tag, Field field, int count) throws IOException {
        int size = switch (field.type()) {
            case TYPE_BYTE -> 1;
            case TYPE_SHORT -> 2;
            case TYPE_LONG -> 4;
            default -> throw new InvalidFileException(file, place() + ", field " + tag, "holds no unsigned numbers");
        };
        long total = (long) count * size;
        if (total > Integer.MAX_VALUE - 8) {
            throw new UnsupportedFileException(file, place() + ", field " + tag, "is too large");
        }
        ByteBuffer buffer =
                bytes(file, place(), channel, field.position(), (int) total).order(order);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (size) {
                case 1 -> Byte.toUnsignedLong(buffer.get());
                case 2 -> Short.toUnsignedLong(buffer.getShort());
                default -> Integer.toUnsignedLong(buffer.getInt());
            };
        }
        return values;
    }

    /** Reads a part of the file, which is compared with its size before memory is taken. */
    private static ByteBuffer bytes(String file, String place, FileChannel channel, long position, int size)
            throws IOException {
        if (position + size > channel.size()) {
            throw new InvalidFileException(
                    file, place, "needs " + size + " bytes at " + position + "; the file ends at " + channel.size());
        }
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new InvalidFileException(file, place, "became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
