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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmfSearchTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheSampleOfASequence() throws IOException {
        Files.copy(
                Path.of("src", "test", "resources", "look", "sample2_full_pipeline.amf"), folder.resolve("shot.amf"));
    }

    @Test
    void aFrameOfASequenceFindsTheFileOfTheSequence() {
        assertEquals(Optional.of(folder.resolve("shot.amf")), AmfSearch.find(folder.resolve("A001C002_1005.exr")));
    }

    @Test
    void aFrameOutsideOfTheSequenceFindsNothing() {
        assertEquals(Optional.empty(), AmfSearch.find(folder.resolve("A001C002_1011.exr")));
        assertEquals(Optional.empty(), AmfSearch.find(folder.resolve("other.exr")));
    }

    @Test
    void aFileOfTheSameNameGoesFirst() throws IOException {
        Path own = Files.writeString(folder.resolve("A001C002_1005.amf"), "not read to be found");
        assertEquals(Optional.of(own), AmfSearch.find(folder.resolve("A001C002_1005.exr")));
    }

    @Test
    void aBrokenFileBelongsToNothingAndHidesNothing() throws IOException {
        Files.writeString(folder.resolve("a broken one.amf"), "<broken");
        assertEquals(Optional.of(folder.resolve("shot.amf")), AmfSearch.find(folder.resolve("A001C002_1010.exr")));
    }

    @Test
    void aFolderThatIsNotThereHasNone() {
        assertEquals(Optional.empty(), AmfSearch.find(folder.resolve("nowhere").resolve("A001C002_1005.exr")));
    }

    @Test
    void anEscapedNameIsThatOfTheFile() throws IOException {
        Amf sample = AmfReader.read(folder.resolve("shot.amf"));
        AmfClip clip = new AmfClip("my shot", new AmfClip.File("my%20shot.exr"));
        Amf other = new Amf(sample.info(), Optional.of(clip), sample.pipeline(), sample.archived());
        AmfWriter.write(other, folder.resolve("z.amf"));
        assertEquals(Optional.of(folder.resolve("z.amf")), AmfSearch.find(folder.resolve("my shot.exr")));
    }
}
