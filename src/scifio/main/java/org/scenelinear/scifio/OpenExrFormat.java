/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.scifio;

import io.scif.AbstractChecker;
import io.scif.AbstractFormat;
import io.scif.AbstractMetadata;
import io.scif.AbstractParser;
import io.scif.ByteArrayPlane;
import io.scif.ByteArrayReader;
import io.scif.Format;
import io.scif.FormatException;
import io.scif.ImageMetadata;
import io.scif.config.SCIFIOConfig;
import io.scif.util.FormatTools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.Collectors;
import net.imagej.axis.Axes;
import net.imglib2.Interval;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.run.Run;
import org.scijava.io.handle.DataHandle;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Plugin;

/**
 * Reads OpenEXR files for SCIFIO: the first part's picture as 32-bit float with the axes X, Y and Channel. The samples
 * are those of {@link ImageFiles}: linear, not clipped.
 *
 * <p>SCIFIO asks for strips of a few lines, plane by plane, while a chunk holds up to 256 lines of all channels: the
 * planes are therefore decoded once, when the file is parsed, and kept until the metadata is closed.
 */
@Plugin(type = Format.class, name = "OpenEXR")
public final class OpenExrFormat extends AbstractFormat {
    private static final byte[] MAGIC = {0x76, 0x2F, 0x31, 0x01};

    @Override
    protected String[] makeSuffixArray() {
        return new String[] {"exr"};
    }

    /** What a file holds, with its decoded planes. */
    public static final class Metadata extends AbstractMetadata {
        private static final long serialVersionUID = 1L;

        private transient FloatImage image;

        /** The decoded picture; null before parsing and after closing. */
        FloatImage image() {
            return image;
        }

        void setImage(FloatImage image) {
            this.image = image;
        }

        @Override
        public void populateImageMetadata() {
            if (image == null) {
                return; // filled by a translator from another format's metadata
            }
            ImageMetadata meta = get(0);
            meta.setAxisLength(Axes.X, image.width());
            meta.setAxisLength(Axes.Y, image.height());
            meta.setAxisLength(Axes.CHANNEL, image.channels().size());
            // X, Y and Channel in one plane is what makes ImageJ show a composite rather than one red channel.
            meta.setPlanarAxisCount(3);
            meta.setPixelType(FormatTools.FLOAT);
            meta.setBitsPerPixel(32);
            meta.setLittleEndian(true);
            meta.setIndexed(false);
            meta.setFalseColor(false);
            meta.setOrderCertain(true);
            meta.setMetadataComplete(true);
        }

        @Override
        public void close(boolean fileOnly) throws IOException {
            super.close(fileOnly);
            if (!fileOnly) {
                image = null;
            }
        }
    }

    /** Tells OpenEXR files by their first four bytes; where SCIFIO does not open a file, by the suffix. */
    public static final class Checker extends AbstractChecker {
        @Override
        public boolean suffixNecessary() {
            return false;
        }

        @Override
        public boolean isFormat(DataHandle<Location> handle) throws IOException {
            if (!FormatTools.validStream(handle, MAGIC.length, false)) {
                return false;
            }
            byte[] start = new byte[MAGIC.length];
            handle.readFully(start);
            return checkHeader(start);
        }

        @Override
        public boolean checkHeader(byte[] block) {
            return block.length >= MAGIC.length
                    && ByteBuffer.wrap(block, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
        }
    }

    /** Decodes the file and fills the metadata. */
    public static final class Parser extends AbstractParser<Metadata> {
        @Override
        protected void typedParse(DataHandle<Location> handle, Metadata meta, SCIFIOConfig config)
                throws IOException, FormatException {
            if (!(handle.get() instanceof FileLocation location)) {
                throw new FormatException(handle.get().getName() + ": OpenEXR is read from local files only");
            }
            FloatImage image = ImageFiles.open(location.getFile().toPath(), OpenOptions.DEFAULT, Run.inThisThread());
            meta.setImage(image);
            meta.createImageMetadata(1);
            meta.getTable()
                    .put("Color space", image.color().space().map(s -> s.name()).orElse("unknown"));
            meta.getTable().put("Color space evidence", image.color().evidence());
            meta.getTable()
                    .put(
                            "Channels",
                            image.channels().stream().map(ImageChannel::name).collect(Collectors.joining(", ")));
        }
    }

    /** Hands out the decoded planes. */
    public static final class Reader extends ByteArrayReader<Metadata> {
        @Override
        protected String[] createDomainArray() {
            return new String[] {FormatTools.GRAPHICS_DOMAIN};
        }

        @Override
        public ByteArrayPlane openPlane(
                int imageIndex, long planeIndex, ByteArrayPlane plane, Interval bounds, SCIFIOConfig config)
                throws FormatException {
            FormatTools.checkPlaneForReading(getMetadata(), imageIndex, planeIndex, plane.getData().length, bounds);
            FloatImage image = getMetadata().image();
            FloatBuffer target = ByteBuffer.wrap(plane.getData())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            int width = (int) bounds.dimension(0);
            for (int channel = (int) bounds.min(2); channel <= bounds.max(2); channel++) {
                float[] samples = image.channels().get(channel).samples();
                for (int line = (int) bounds.min(1); line <= bounds.max(1); line++) {
                    target.put(samples, line * image.width() + (int) bounds.min(0), width);
                }
            }
            return plane;
        }
    }
}
