/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/**
 * DWAA and DWAB, which differ only in the lines of a chunk. Color and luma channels (R, G, B, Y, RY, BY as half or
 * float) lose what the eye sees least: they go through a perceptual curve, a cosine transform of 8x8 blocks and a
 * quantization that prefers numbers with few bits set. All other channels are kept exactly.
 *
 * <p>Decoding gives the bits OpenEXR 3.5 gives on a processor with AVX. Encoding keeps within the error of OpenEXR at
 * the same level; a lossy float channel is rounded to half, and infinities and NaN in one with the curve become 0, as
 * there.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_dwa.c} and what it includes.
 */
public final class DwaCodec implements Codec {
    /** zlib's own default effort, which packs about as small as OpenEXR does. */
    private static final int DEFLATE_LEVEL = 6;

    /** Up to here, the table of the Huffman code may weigh more than the symbols, as in small tiles. */
    private static final int FEW_SYMBOLS = 4096;

    private final Zlib zlib = new Zlib(DEFLATE_LEVEL);
    private final AcHuffman acHuffman = new AcHuffman();
    private final DwaLossyDecoder lossyDecoder = new DwaLossyDecoder();

    private final float level;

    // Made when something is first packed: they take four megabytes, which a worker that only unpacks would clear
    // in vain.
    private HuffmanEncoder huffmanEncoder;
    private DwaLossyEncoder lossyEncoder;

    private byte[] deflated = {};
    private byte[] planes = {};
    private byte[] pairs = {};
    private byte[] alpha = {};
    private byte[] runs = {};
    private short[] ac = {};
    private short[] dc = {};

    /**
     * A codec.
     *
     * @param level the {@code dwaCompressionLevel}, at least 0, of chunks it encodes: 0 gives the best picture, 45 is
     *     what OpenEXR takes if nothing is said; decoding does not depend on it
     */
    public DwaCodec(float level) {
        if (!(level >= 0 && level < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a DWA level must be a number of at least 0, not " + level);
        }
        this.level = level;
    }

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        DwaChunkHeader header = DwaChunkHeader.read(packed, packedLength);
        int at = DwaChunkHeader.BYTES;
        List<DwaRule> rules = DwaRule.LEGACY;
        if (header.version() == 2) {
            int end = at + rulesLength(packed, packedLength);
            rules = DwaRule.read(packed, at + 2, end);
            at = end;
        }
        DwaLayout layout = new DwaLayout(block, rules);
        header.check(layout);
        long needed = at
                + header.deflatePackedSize()
                + header.acPackedSize()
                + header.dcPackedSize()
                + header.runsPackedSize();
        if (needed > packedLength) {
            throw new CorruptChunkException(
                    "a DWA chunk of " + packedLength + " bytes needs " + needed + " by its own sizes");
        }
        unpackDeflated(header, packed, at);
        at += (int) header.deflatePackedSize();
        AcSource acSource = unpackAc(header, packed, at);
        at += (int) header.acPackedSize();
        unpackDc(header, packed, at);
        at += (int) header.dcPackedSize();
        unpackRuns(header, packed, at);

        int[][] offsets = layout.rowOffsets();
        copyLossless(block, layout, offsets, raw);
        lossyDecoder.start(acSource, dc);
        for (int[] members : layout.lossyGroups()) {
            Group group = Group.of(block, members, offsets);
            lossyDecoder.decode(group.samplesPerLine(), group.offsets(), group.types(), group.curved(), raw);
        }
        acSource.finish();
    }

    /** Length of the channel rules with the two bytes that give it. */
    private static int rulesLength(byte[] packed, int packedLength) throws CorruptChunkException {
        int left = packedLength - DwaChunkHeader.BYTES;
        int length =
                left < 2 ? 0 : packed[DwaChunkHeader.BYTES] & 0xFF | (packed[DwaChunkHeader.BYTES + 1] & 0xFF) << 8;
        if (length < 2 || length > left) {
            throw new CorruptChunkException("the channel rules of a DWA chunk leave the chunk");
        }
        return length;
    }

    private void unpackDeflated(DwaChunkHeader header, byte[] packed, int at) throws CorruptChunkException {
        int size = (int) header.deflateRawSize();
        if (size > 0) {
            deflated = atLeast(deflated, size);
            zlib.inflate(packed, at, (int) header.deflatePackedSize(), deflated, size);
        }
    }

    private AcSource unpackAc(DwaChunkHeader header, byte[] packed, int at) throws CorruptChunkException {
        int count = (int) header.acCount();
        int size = (int) header.acPackedSize();
        if (count > 0 && header.acPacking() == DwaChunkHeader.HUFFMAN) {
            acHuffman.start(packed, at, at + size, count);
            return acHuffman;
        }
        if (ac.length < count) {
            ac = new short[count];
        }
        if (count > 0) {
            planes = atLeast(planes, 2 * count);
            zlib.inflate(packed, at, size, planes, 2 * count);
            toHalfs(planes, ac, count);
        }
        return new AcSymbols(ac, count);
    }

    private void unpackDc(DwaChunkHeader header, byte[] packed, int at) throws CorruptChunkException {
        int count = (int) header.dcCount();
        if (count > 0) {
            planes = atLeast(planes, 2 * count);
            zlib.inflate(packed, at, (int) header.dcPackedSize(), planes, 2 * count);
            if (dc.length < count) {
                dc = new short[count];
            }
            pairs = atLeast(pairs, 2 * count);
            BytePredictor.restore(planes, pairs, 2 * count);
            toHalfs(pairs, dc, count);
        }
    }

    private static void toHalfs(byte[] pairs, short[] halfs, int count) {
        for (int i = 0; i < count; i++) {
            halfs[i] = (short) (pairs[2 * i] & 0xFF | pairs[2 * i + 1] << 8);
        }
    }

    private static void toPairs(short[] halfs, byte[] pairs, int count) {
        for (int i = 0; i < count; i++) {
            pairs[2 * i] = (byte) halfs[i];
            pairs[2 * i + 1] = (byte) (halfs[i] >> 8);
        }
    }

    private void unpackRuns(DwaChunkHeader header, byte[] packed, int at) throws CorruptChunkException {
        int rawSize = (int) header.runsRawSize();
        if (rawSize > 0) {
            int size = (int) header.runsSize();
            runs = atLeast(runs, size);
            zlib.inflate(packed, at, (int) header.runsPackedSize(), runs, size);
            planes = atLeast(planes, rawSize);
            ByteRuns.decode(runs, size, planes, rawSize);
        }
    }

    private void copyLossless(Block block, DwaLayout layout, int[][] offsets, byte[] raw) {
        int fromDeflated = 0;
        int fromPlanes = 0;
        for (int c = 0; c < offsets.length; c++) {
            Channel channel = block.channels().get(c);
            int samples = block.samplesPerLine(channel);
            int bytes = channel.type().bytes();
            if (layout.scheme(c) == DwaScheme.DEFLATE) {
                for (int offset : offsets[c]) {
                    System.arraycopy(deflated, fromDeflated, raw, offset, samples * bytes);
                    fromDeflated += samples * bytes;
                }
            } else if (layout.scheme(c) == DwaScheme.RUN_LENGTH) {
                int plane = samples * offsets[c].length;
                for (int offset : offsets[c]) {
                    if (bytes == 2) {
                        BytePlanes.join2(planes, fromPlanes, plane, false, raw, offset, samples);
                    } else {
                        BytePlanes.join4(planes, fromPlanes, plane, false, raw, offset, samples);
                    }
                    fromPlanes += samples;
                }
                fromPlanes += (bytes - 1) * plane;
            }
        }
    }

    /**
     * Channels that are coded together.
     *
     * @param samplesPerLine of each of them
     * @param offsets where their lines begin in the raw chunk
     * @param types of their samples
     * @param curved whether they are coded on the perceptual curve; a single channel that is perceptually linear
     *     already goes without it, triples always have it
     */
    private record Group(int samplesPerLine, int[][] offsets, PixelType[] types, boolean curved) {
        static Group of(Block block, int[] members, int[][] offsets) {
            int[][] ofMembers = new int[members.length][];
            PixelType[] types = new PixelType[members.length];
            for (int i = 0; i < members.length; i++) {
                ofMembers[i] = offsets[members[i]];
                types[i] = block.channels().get(members[i]).type();
            }
            Channel first = block.channels().get(members[0]);
            return new Group(
                    block.samplesPerLine(first), ofMembers, types, members.length > 1 || !first.perceptuallyLinear());
        }
    }

    private static byte[] atLeast(byte[] array, int length) {
        return array.length >= length ? array : Arrays.copyOf(array, length);
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        DwaLayout layout = layoutToWrite(block);
        if (63 * layout.cosineBlocks() > DwaChunkHeader.MOST_SYMBOLS
                || 2 * layout.rawBytes(DwaScheme.RUN_LENGTH) > Integer.MAX_VALUE - 8) {
            return NOT_SMALLER;
        }
        if (lossyEncoder == null) {
            huffmanEncoder = new HuffmanEncoder();
            lossyEncoder = new DwaLossyEncoder(level);
        }
        int[][] offsets = layout.rowOffsets();
        collectLossless(block, layout, offsets, raw);
        lossyEncoder.start((int) layout.cosineBlocks());
        for (int[] members : layout.lossyGroups()) {
            Group group = Group.of(block, members, offsets);
            lossyEncoder.encode(group.samplesPerLine(), group.offsets(), group.types(), group.curved(), raw);
        }
        int rulesEnd = writeRules(block, packed);
        if (rulesEnd < 0) {
            return NOT_SMALLER;
        }

        int deflateRaw = (int) layout.rawBytes(DwaScheme.DEFLATE);
        int deflateEnd = deflate(deflated, deflateRaw, packed, rulesEnd);
        int acCount = lossyEncoder.acCount();
        int acEnd = packAc(acCount, packed, deflateEnd);
        int acPacking = DwaChunkHeader.HUFFMAN;
        if (deflateEnd >= 0 && acCount > 0 && acCount <= FEW_SYMBOLS) {
            int end = deflateAc(acCount, packed, deflateEnd);
            if (end >= 0 && (acEnd < 0 || end < acEnd)) {
                acEnd = end;
                acPacking = DwaChunkHeader.DEFLATE;
            } else {
                acEnd = packAc(acCount, packed, deflateEnd);
            }
        }
        int dcCount = lossyEncoder.dcCount();
        planes = atLeast(planes, 2 * dcCount);
        pairs = atLeast(pairs, 2 * dcCount);
        toPairs(lossyEncoder.dc(), pairs, dcCount);
        BytePredictor.prepare(pairs, planes, 2 * dcCount);
        int dcEnd = deflate(planes, 2 * dcCount, packed, acEnd);
        int runsRaw = (int) layout.rawBytes(DwaScheme.RUN_LENGTH);
        runs = atLeast(runs, 2 * runsRaw);
        int runsSize = ByteRuns.encode(alpha, runsRaw, runs, runs.length);
        int runsEnd = deflate(runs, runsSize, packed, dcEnd);
        if (runsEnd < 0 || runsEnd >= block.rawSize()) {
            return NOT_SMALLER;
        }
        new DwaChunkHeader(
                        2,
                        deflateRaw,
                        deflateEnd - rulesEnd,
                        acEnd - deflateEnd,
                        dcEnd - acEnd,
                        runsEnd - dcEnd,
                        runsSize,
                        runsRaw,
                        acCount,
                        dcCount,
                        acPacking)
                .write(packed);
        return runsEnd;
    }

    private static DwaLayout layoutToWrite(Block block) {
        try {
            return new DwaLayout(block, DwaRule.CURRENT);
        } catch (CorruptChunkException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the rules that the block's channels need and returns where they end, or -1 if they do not fit. */
    private static int writeRules(Block block, byte[] packed) {
        ByteArrayOutputStream rules = new ByteArrayOutputStream();
        for (DwaRule rule : DwaRule.CURRENT) {
            if (block.channels().stream().anyMatch(rule::matches)) {
                rule.write(rules);
            }
        }
        int at = DwaChunkHeader.BYTES;
        int length = 2 + rules.size();
        if (packed.length < at + length) {
            return -1;
        }
        packed[at] = (byte) length;
        packed[at + 1] = (byte) (length >> 8);
        System.arraycopy(rules.toByteArray(), 0, packed, at + 2, rules.size());
        return at + length;
    }

    /** Packs bytes behind what is there; answers and takes -1 for "no room". */
    private int deflate(byte[] bytes, int length, byte[] packed, int at) {
        if (at < 0 || length == 0) {
            return at;
        }
        int size = zlib.deflate(bytes, length, packed, at, packed.length);
        return size < 0 ? -1 : at + size;
    }

    private int packAc(int count, byte[] packed, int at) {
        if (at < 0 || count == 0) {
            return at;
        }
        int size = huffmanEncoder.encode(lossyEncoder.ac(), count, packed, at);
        return size < 0 ? -1 : at + size;
    }

    private int deflateAc(int count, byte[] packed, int at) {
        planes = atLeast(planes, 2 * count);
        toPairs(lossyEncoder.ac(), planes, count);
        return deflate(planes, 2 * count, packed, at);
    }

    private void collectLossless(Block block, DwaLayout layout, int[][] offsets, byte[] raw) {
        deflated = atLeast(deflated, (int) layout.rawBytes(DwaScheme.DEFLATE));
        alpha = atLeast(alpha, (int) layout.rawBytes(DwaScheme.RUN_LENGTH));
        int toDeflated = 0;
        int toAlpha = 0;
        for (int c = 0; c < offsets.length; c++) {
            Channel channel = block.channels().get(c);
            int samples = block.samplesPerLine(channel);
            int bytes = channel.type().bytes();
            if (layout.scheme(c) == DwaScheme.DEFLATE) {
                for (int offset : offsets[c]) {
                    System.arraycopy(raw, offset, deflated, toDeflated, samples * bytes);
                    toDeflated += samples * bytes;
                }
            } else if (layout.scheme(c) == DwaScheme.RUN_LENGTH) {
                int plane = samples * offsets[c].length;
                for (int offset : offsets[c]) {
                    if (bytes == 2) {
                        BytePlanes.split2(raw, offset, alpha, toAlpha, plane, false, samples);
                    } else {
                        BytePlanes.split4(raw, offset, alpha, toAlpha, plane, false, samples);
                    }
                    toAlpha += samples;
                }
                toAlpha += (bytes - 1) * plane;
            }
        }
    }

    @Override
    public void close() {
        zlib.close();
    }
}
