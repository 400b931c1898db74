/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The digest of a transform's file, which shows whether it is still the file its author meant.
 *
 * @param algorithm which digest
 * @param value as written: base64 as the schema says, or hexadecimal as the examples of the ACES project have it
 */
public record AmfHash(Algorithm algorithm, String value) {
    /** The digests of the schema, by their identifiers in XML signatures. */
    public enum Algorithm {
        /** 256 bits. */
        SHA_256("http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256"),
        /** 160 bits; good enough against mishaps, not against malice. */
        SHA_1("http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1"),
        /** 128 bits; good enough against mishaps, not against malice. */
        MD5("http://www.w3.org/2001/04/xmldsig-more#md5", "MD5");

        private final String uri;
        private final String digest;

        Algorithm(String uri, String digest) {
            this.uri = uri;
            this.digest = digest;
        }

        /** The identifier in a file. */
        String uri() {
            return uri;
        }
    }

    /** The hash of a content. */
    public static AmfHash sha256(byte[] content) {
        return new AmfHash(
                Algorithm.SHA_256,
                Base64.getEncoder().encodeToString(digest(Algorithm.SHA_256).digest(content)));
    }

    /** Whether a content has this digest. */
    public boolean matches(byte[] content) {
        byte[] actual = digest(algorithm).digest(content);
        String written = value.strip();
        if (written.length() == 2 * actual.length) {
            return HexFormat.of().formatHex(actual).equals(written.toLowerCase(Locale.ROOT));
        }
        try {
            return Arrays.equals(actual, Base64.getMimeDecoder().decode(written));
        } catch (IllegalArgumentException e) {
            return false; // neither base64 nor hexadecimal: no content has it
        }
    }

    private static MessageDigest digest(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has these three", e);
        }
    }
}
