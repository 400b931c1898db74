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

import java.util.List;

/**
 * Who wrote a file or a pipeline, and when.
 *
 * @param description for people; may be empty
 * @param authors in order
 * @param created date and time as XML Schema writes them
 * @param modified date and time as XML Schema writes them
 * @param uuid as a URN
 */
public record AmfInfo(String description, List<Author> authors, String created, String modified, String uuid) {
    /**
     * A person.
     *
     * @param name of the person
     * @param address for mail
     */
    public record Author(String name, String address) {}

    /** Keeps an unmodifiable copy of the list. */
    public AmfInfo {
        authors = List.copyOf(authors);
    }
}
