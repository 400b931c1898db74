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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs 16-bit values into the Huffman code described at {@link HuffmanCode}. Where two symbols are equally frequent
 * the one with the smaller number counts as rarer, as in OpenEXR, so equal values give equal bytes. Keeps its tables
 * from call to call: one thread at a time.
 */
final class HuffmanEncoder {
    /** What {@link #encode} answers if the packed form does not fit. */
    static final int NO_ROOM = -1;

    private static final VarHandle INTS_LITTLE =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS_BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int MAX_REPEAT = 255;

    /** Bits of a heap entry that hold the symbol; its frequency stands above them. */
    private static final int SYMBOL_BITS = 17;

    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;

    private final int[] frequency = new int[HuffmanCode.SYMBOLS];
    private final byte[] lengths = new byte[HuffmanCode.SYMBOLS];

    /** Code and, in the lowest 6 bits, its length. */
    private final long[] codes = new long[HuffmanCode.SYMBOLS];

    private final long[] heap = new long[HuffmanCode.SYMBOLS + 1];

    /** The tree: leaves are symbols, inner nodes follow; each node's parent, which comes later in the array. */
    private final int[] parent = new int[2 * HuffmanCode.SYMBOLS];

    /** The node that a symbol in the heap stands for. */
    private final int[] node = new int[HuffmanCode.SYMBOLS];

    private int heapSize;

    private byte[] out;
    private int outAt;
    private long buffer;
    private int buffered;
    private boolean full;

    /**
     * Packs values.
     *
     * @param values the values from index 0
     * @param count how many, at least 1
     * @param packed takes the packed bytes
     * @param from where they start
     * @return how many bytes were written, or {@link #NO_ROOM}
     */
    int encode(short[] values, int count, byte[] packed, int from) {
        Arrays.fill(frequency, 0);
        for (int i = 0; i < count; i++) {
            frequency[values[i] & 0xFFFF]++;
        }
        int first = 0;
        while (frequency[first] == 0) {
            first++;
        }
        int repeat = HuffmanCode.SYMBOLS - 1;
        while (frequency[repeat - 1] == 0) {
            repeat--;
        }
        frequency[repeat] = 1;
        buildLengths(first, repeat);
        assignCodes(first, repeat);
        out = packed;
        outAt = from + HuffmanCode.HEADER_BYTES;
        full = outAt > packed.length;
        writeLengths(first, repeat);
        flush();
        int dataStart = outAt;
        writeValues(values, count, codes[repeat]);
        int dataBits = 8 * (outAt - dataStart) + buffered;
        flush();
        out = null;
        if (full) {
            return NO_ROOM;
        }
        INTS_LITTLE.set(packed, from, first);
        INTS_LITTLE.set(packed, from + 4, repeat);
        INTS_LITTLE.set(packed, from + 8, dataStart - from - HuffmanCode.HEADER_BYTES);
        INTS_LITTLE.set(packed, from + 12, dataBits);
        INTS_LITTLE.set(packed, from + 16, 0);
        return outAt - from;
    }

    /** Joins the two rarest nodes until one is left; a symbol's length is its depth in the tree. */
    private void buildLengths(int first, int repeat) {
        heapSize = 0;
        for (int symbol = first; symbol <= repeat; symbol++) {
            lengths[symbol] = 0;
            if (frequency[symbol] > 0) {
                node[symbol] = symbol;
                push((long) frequency[symbol] << SYMBOL_BITS | symbol);
            }
        }
        int inner = HuffmanCode.SYMBOLS;
        while (heapSize > 1) {
            long rarest = pop();
            long second = pop();
            int symbol = (int) second & SYMBOL_MASK;
            parent[node[(int) rarest & SYMBOL_MASK]] = inner;
            parent[node[symbol]] = inner;
            node[symbol] = inner++;
            push(second + (rarest & ~(long) SYMBOL_MASK));
        }
        // From the root down, a parent's entry is overwritten by its depth before its children ask for it.
        int root = inner - 1;
        parent[root] = 0;
        for (int i = root - 1; i >= HuffmanCode.SYMBOLS; i--) {
            parent[i] = parent[parent[i]] + 1;
        }
        for (int symbol = first; symbol <= repeat; symbol++) {
            if (frequency[symbol] > 0) {
                lengths[symbol] = (byte) (parent[parent[symbol]] + 1);
            }
        }
    }

    private void push(long entry) {
        int at = ++heapSize;
        while (at > 1 && heap[at >> 1] > entry) {
            heap[at] = heap[at >> 1];
            at >>= 1;
        }
        heap[at] = entry;
    }

    private long pop() {
        long top = heap[1];
        long entry = heap[heapSize--];
        int at = 1;
        while (2 * at <= heapSize) {
            int child = 2 * at;
            if (child < heapSize && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= entry) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = entry;
        return top;
    }

    private void assignCodes(int first, int repeat) {
        int[] counts = new int[HuffmanCode.LONGEST + 1];
        long[] next = new long[HuffmanCode.LONGEST + 1];
        for (int symbol = first; symbol <= repeat; symbol++) {
            counts[lengths[symbol]]++;
        }
        if (!HuffmanCode.lowestCodes(counts, next)) {
            throw new IllegalStateException("a Huffman tree gave lengths that make no code");
        }
        for (int symbol = first; symbol <= repeat; symbol++) {
            int length = lengths[symbol];
            codes[symbol] = length == 0 ? 0 : next[length]++ << 6 | length;
        }
    }

    private void writeLengths(int first, int repeat) {
        int symbol = first;
        while (symbol <= repeat) {
            int run = 0;
            while (symbol + run <= repeat && lengths[symbol + run] == 0 && run < HuffmanCode.LONGEST_LONG_RUN) {
                run++;
            }
            if (run >= HuffmanCode.SHORTEST_LONG_RUN) {
                write(HuffmanCode.LONG_ZERO_RUN, 6);
                write(run - HuffmanCode.SHORTEST_LONG_RUN, 8);
            } else if (run >= 2) {
                write(HuffmanCode.SHORT_ZERO_RUN + run - 2, 6);
            } else {
                write(lengths[symbol], 6);
                run = 1;
            }
            symbol += run;
        }
    }

    private void writeValues(short[] values, int count, long repeatCode) {
        byte[] to = out;
        long bits = buffer;
        int waiting = buffered;
        int place = outAt;
        int at = 0;
        while (at < count) {
            short value = values[at];
            long code = codes[value & 0xFFFF];
            int length = (int) code & 63;
            if (length > 32 || at + 1 < count && values[at + 1] == value || place > to.length - 4) {
                buffer = bits;
                buffered = waiting;
                outAt = place;
                at += writeRun(values, at, count, repeatCode);
                bits = buffer;
                waiting = buffered;
                place = outAt;
                continue;
            }
            bits = bits << length | code >> 6;
            waiting += length;
            if (waiting >= 32) {
                waiting -= 32;
                INTS_BIG.set(to, place, (int) (bits >>> waiting));
                place += 4;
            }
            at++;
        }
        buffer = bits;
        buffered = waiting;
        outAt = place;
    }

    /** Writes a value with those behind it that are equal and returns how many these are. */
    private int writeRun(short[] values, int at, int count, long repeatCode) {
        short value = values[at];
        int repeats = 0;
        while (repeats < MAX_REPEAT && at + repeats + 1 < count && values[at + repeats + 1] == value) {
            repeats++;
        }
        int repeatLength = (int) repeatCode & 63;
        long code = codes[value & 0xFFFF];
        int length = (int) code & 63;
        if (length + repeatLength + 8 < length * repeats) {
            write(code >> 6, length);
            write(repeatCode >> 6, repeatLength);
            write(repeats, 8);
        } else {
            for (int i = 0; i <= repeats; i++) {
                write(code >> 6, length);
            }
        }
        return repeats + 1;
    }

    private void write(long bits, int length) {
        if (length > 32) {
            write(bits >>> 32, length - 32);
            write(bits & 0xFFFFFFFFL, 32);
            return;
        }
        buffer = buffer << length | bits;
        buffered += length;
        if (buffered >= 32) {
            buffered -= 32;
            if (outAt > out.length - 4) {
                full = true;
                return;
            }
            INTS_BIG.set(out, outAt, (int) (buffer >>> buffered));
            outAt += 4;
        }
    }

    /** Writes what is left in the buffer, filled up with zeros to a whole byte. */
    private void flush() {
        while (buffered > 0) {
            int shift = buffered - 8;
            if (outAt >= out.length) {
                full = true;
                break;
            }
            out[outAt++] = (byte) (shift >= 0 ? buffer >>> shift : buffer << -shift);
            buffered = Math.max(0, shift);
        }
        buffered = 0;
        buffer = 0;
    }
}
