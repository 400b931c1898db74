/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scenelinear.exr.meta.AttributeValue.Opaque;
import org.scenelinear.exr.meta.AttributeValue.StringList;
import org.scenelinear.exr.meta.AttributeValue.StringValue;

/**
 * The optional attributes that have a name, a type and a meaning of their own in OpenEXR (its page "Standard
 * Attributes" and {@code ImfStandardAttributes.h}), a few that are such by convention, and the two of the screen
 * window, which every header has. All are listed in {@link #all}, with a meaning in a few words.
 *
 * <pre>{@code
 * Optional<Numbers.FloatValue> white = StandardAttributes.WHITE_LUMINANCE.of(header);
 * builder.set(StandardAttributes.OWNER, new AttributeValue.StringValue("somebody"));
 * }</pre>
 */
public final class StandardAttributes {
    // Color
    public static final AttributeKey<ChromaticitiesValue> CHROMATICITIES = new AttributeKey<>(
            "chromaticities",
            "chromaticities",
            ChromaticitiesValue.class,
            "CIE 1931 (x, y) of red, green, blue and white of RGB channels");
    public static final AttributeKey<Numbers.FloatValue> WHITE_LUMINANCE =
            number("whiteLuminance", "luminance of RGB (1, 1, 1), in cd/m²");
    public static final AttributeKey<Numbers.V2f> ADOPTED_NEUTRAL = new AttributeKey<>(
            "adoptedNeutral", "v2f", Numbers.V2f.class, "CIE 1931 (x, y) that color rendering shows as neutral");
    public static final AttributeKey<StringValue> COLOR_INTEROP_ID = text(
            "colorInteropID",
            "name of the color space, as the Color Interop Forum lists them; data for no color, unknown for not known");
    public static final AttributeKey<Numbers.IntValue> ACES_IMAGE_CONTAINER_FLAG = new AttributeKey<>(
            "acesImageContainerFlag",
            "int",
            Numbers.IntValue.class,
            "1 in a file that keeps the rules of SMPTE ST 2065-4, ACES Image Container");
    public static final AttributeKey<StringValue> RENDERING_TRANSFORM =
            text("renderingTransform", "name of the CTL function to render the picture with; obsolete");
    public static final AttributeKey<StringValue> LOOK_MOD_TRANSFORM =
            text("lookModTransform", "name of the CTL function that gives the picture its look; obsolete");
    // Frame and projection
    public static final AttributeKey<Numbers.V2f> SCREEN_WINDOW_CENTER = new AttributeKey<>(
            "screenWindowCenter",
            "v2f",
            Numbers.V2f.class,
            "center of the screen window, on the plane at distance 1 from the camera");
    public static final AttributeKey<Numbers.FloatValue> SCREEN_WINDOW_WIDTH =
            number("screenWindowWidth", "width of the screen window, on the plane at distance 1 from the camera");
    public static final AttributeKey<Box2i> ORIGINAL_DATA_WINDOW = new AttributeKey<>(
            "originalDataWindow", "box2i", Box2i.class, "data window before the picture was cropped, in pixels");
    public static final AttributeKey<Numbers.FloatValue> X_DENSITY = number(
            "xDensity",
            "horizontal density of output, in pixels per inch; vertically it is this times the pixel aspect ratio");
    public static final AttributeKey<Numbers.FloatMatrix> WORLD_TO_CAMERA = new AttributeKey<>(
            "worldToCamera",
            "m44f",
            Numbers.FloatMatrix.class,
            "matrix from world to camera space; left-handed, x right, y up, z in viewing direction");
    public static final AttributeKey<Numbers.FloatMatrix> WORLD_TO_NDC = new AttributeKey<>(
            "worldToNDC",
            "m44f",
            Numbers.FloatMatrix.class,
            "matrix from world space to the display window: (0, 0) top left, (1, 1) bottom right");
    public static final AttributeKey<EnvironmentMap> ENVIRONMENT_MAP = new AttributeKey<>(
            "envmap", "envmap", EnvironmentMap.class, "the picture shows all directions, laid out like this");
    public static final AttributeKey<StringValue> WRAP_MODES = text(
            "wrapmodes",
            "how a texture goes on beyond its edges: black, clamp, periodic or mirror, one word or one for each direction");
    public static final AttributeKey<StringList> MULTI_VIEW = new AttributeKey<>(
            "multiView", "stringvector", StringList.class, "names of the views in this part, the default one first");
    public static final AttributeKey<StringValue> VIEW = text("view", "the view that this part shows");
    public static final AttributeKey<Preview> PREVIEW = new AttributeKey<>(
            "preview", "preview", Preview.class, "small picture for browsers, 8 bits of red, green, blue, alpha");
    // Sensor
    public static final AttributeKey<Numbers.V2f> SENSOR_CENTER_OFFSET = new AttributeKey<>(
            "sensorCenterOffset",
            "v2f",
            Numbers.V2f.class,
            "where the center of the sensor lies, right of and below the axis of the lens mount, in µm");
    public static final AttributeKey<Numbers.V2f> SENSOR_OVERALL_DIMENSIONS = new AttributeKey<>(
            "sensorOverallDimensions", "v2f", Numbers.V2f.class, "width and height of the light-sensitive area, in mm");
    public static final AttributeKey<Numbers.FloatValue> SENSOR_PHOTOSITE_PITCH =
            number("sensorPhotositePitch", "distance between the centers of photosites, in µm");
    public static final AttributeKey<Box2i> SENSOR_ACQUISITION_RECTANGLE = new AttributeKey<>(
            "sensorAcquisitionRectangle", "box2i", Box2i.class, "the photosites that became the pixels of the picture");
    // Camera
    public static final AttributeKey<StringValue> CAMERA_MAKE = text("cameraMake", "maker of the camera");
    public static final AttributeKey<StringValue> CAMERA_MODEL = text("cameraModel", "model of the camera");
    public static final AttributeKey<StringValue> CAMERA_SERIAL_NUMBER =
            text("cameraSerialNumber", "serial number of the camera");
    public static final AttributeKey<StringValue> CAMERA_FIRMWARE_VERSION =
            text("cameraFirmwareVersion", "version of the camera's firmware");
    public static final AttributeKey<StringValue> CAMERA_UUID =
            text("cameraUuid", "identifies the camera among all cameras");
    public static final AttributeKey<StringValue> CAMERA_LABEL =
            text("cameraLabel", "what the camera was used as, such as B Camera");
    public static final AttributeKey<Numbers.FloatValue> CAMERA_CCT_SETTING =
            number("cameraCCTSetting", "color temperature the camera was set to, in K");
    public static final AttributeKey<Numbers.FloatValue> CAMERA_TINT_SETTING = number(
            "cameraTintSetting",
            "tint the camera was set to, in the maker's unit; above 0 towards green, below towards magenta");
    public static final AttributeKey<Numbers.V2f> CAMERA_COLOR_BALANCE = new AttributeKey<>(
            "cameraColorBalance",
            "v2f",
            Numbers.V2f.class,
            "what the camera was to take for neutral, in CIE 1960 (u, v)");
    public static final AttributeKey<Numbers.FloatValue> ISO_SPEED =
            number("isoSpeed", "ISO speed of the film or setting of the camera");
    public static final AttributeKey<Numbers.FloatValue> EXP_TIME = number("expTime", "exposure time, in s");
    public static final AttributeKey<Numbers.FloatValue> SHUTTER_ANGLE =
            number("shutterAngle", "shutter angle, in degrees");
    public static final AttributeKey<Numbers.Rational> CAPTURE_RATE =
            new AttributeKey<>("captureRate", "rational", Numbers.Rational.class, "frames captured in a second");
    // Lens
    public static final AttributeKey<StringValue> LENS_MAKE = text("lensMake", "maker of the lens");
    public static final AttributeKey<StringValue> LENS_MODEL = text("lensModel", "model of the lens");
    public static final AttributeKey<StringValue> LENS_SERIAL_NUMBER =
            text("lensSerialNumber", "serial number of the lens");
    public static final AttributeKey<StringValue> LENS_FIRMWARE_VERSION =
            text("lensFirmwareVersion", "version of the lens's firmware");
    public static final AttributeKey<Numbers.FloatValue> NOMINAL_FOCAL_LENGTH =
            number("nominalFocalLength", "focal length written on the lens, in mm");
    public static final AttributeKey<Numbers.FloatValue> PINHOLE_FOCAL_LENGTH =
            number("pinholeFocalLength", "distance from pinhole to image plane in a pinhole model, in mm");
    public static final AttributeKey<Numbers.FloatValue> EFFECTIVE_FOCAL_LENGTH =
            number("effectiveFocalLength", "focal length in a thick-lens model, in mm");
    public static final AttributeKey<Numbers.FloatValue> ENTRANCE_PUPIL_OFFSET = number(
            "entrancePupilOffset",
            "distance from image plane to entrance pupil along the axis, in mm; may be negative");
    public static final AttributeKey<Numbers.FloatValue> APERTURE =
            number("aperture", "f-number: effective focal length / diameter of the entrance pupil");
    public static final AttributeKey<Numbers.FloatValue> T_STOP =
            number("tStop", "f-number / square root of the lens's transmittance");
    public static final AttributeKey<Numbers.FloatValue> FOCUS = number("focus", "distance in focus, in m");
    // Place, time and ownership
    public static final AttributeKey<Numbers.FloatValue> LONGITUDE =
            number("longitude", "where the picture was taken, in degrees east of Greenwich");
    public static final AttributeKey<Numbers.FloatValue> LATITUDE =
            number("latitude", "where the picture was taken, in degrees north of the equator");
    public static final AttributeKey<Numbers.FloatValue> ALTITUDE =
            number("altitude", "where the picture was taken, in m above sea level");
    public static final AttributeKey<StringValue> CAP_DATE =
            text("capDate", "when the picture was taken, local time as YYYY:MM:DD hh:mm:ss");
    public static final AttributeKey<Numbers.FloatValue> UTC_OFFSET =
            number("utcOffset", "what to add to local time to get UTC, in s");
    public static final AttributeKey<StringValue> OWNER = text("owner", "who owns the picture");
    public static final AttributeKey<StringValue> COMMENTS =
            text("comments", "anything about the picture, for people to read");
    public static final AttributeKey<StringValue> SOFTWARE = text("software", "the program that wrote the file");
    // Sequence
    public static final AttributeKey<KeyCode> KEY_CODE = new AttributeKey<>(
            "keyCode", "keycode", KeyCode.class, "manufacturer, type, roll and frame of motion picture film");
    public static final AttributeKey<TimeCode> TIME_CODE =
            new AttributeKey<>("timeCode", "timecode", TimeCode.class, "SMPTE time and control code");
    public static final AttributeKey<Numbers.Rational> FRAMES_PER_SECOND = new AttributeKey<>(
            "framesPerSecond",
            "rational",
            Numbers.Rational.class,
            "frames to show in a second; 24 if a sequence does not say");
    public static final AttributeKey<Numbers.IntValue> IMAGE_COUNTER = new AttributeKey<>(
            "imageCounter", "int", Numbers.IntValue.class, "number of the picture, growing in the order of play");
    public static final AttributeKey<StringValue> REEL_NAME = text("reelName", "name of the sequence of pictures");
    public static final AttributeKey<StringValue> ASC_FRAMING_DECISION_LIST =
            text("ascFramingDecisionList", "framing decisions as JSON, in the ASC's format FDL");
    // Storage
    public static final AttributeKey<Numbers.FloatValue> DWA_COMPRESSION_LEVEL =
            number("dwaCompressionLevel", "how lossy DWAA and DWAB are: 45 by default, 0 is nearly lossless");
    public static final AttributeKey<DeepImageState> DEEP_IMAGE_STATE = new AttributeKey<>(
            "deepImageState",
            "deepImageState",
            DeepImageState.class,
            "whether the samples of deep pixels are sorted and free of overlap");
    public static final AttributeKey<Opaque> ID_MANIFEST = new AttributeKey<>(
            "idManifest", "idmanifest", Opaque.class, "what the numbers in channels of object identifiers stand for");
    public static final AttributeKey<Numbers.IntValue> MAX_SAMPLES_PER_PIXEL = new AttributeKey<>(
            "maxSamplesPerPixel",
            "int",
            Numbers.IntValue.class,
            "greatest number of samples in a deep pixel; not reliable, obsolete");

    private static final List<AttributeKey<?>> ALL = List.of(
            CHROMATICITIES,
            WHITE_LUMINANCE,
            ADOPTED_NEUTRAL,
            COLOR_INTEROP_ID,
            ACES_IMAGE_CONTAINER_FLAG,
            RENDERING_TRANSFORM,
            LOOK_MOD_TRANSFORM,
            SCREEN_WINDOW_CENTER,
            SCREEN_WINDOW_WIDTH,
            ORIGINAL_DATA_WINDOW,
            X_DENSITY,
            WORLD_TO_CAMERA,
            WORLD_TO_NDC,
            ENVIRONMENT_MAP,
            WRAP_MODES,
            MULTI_VIEW,
            VIEW,
            PREVIEW,
            SENSOR_CENTER_OFFSET,
            SENSOR_OVERALL_DIMENSIONS,
            SENSOR_PHOTOSITE_PITCH,
            SENSOR_ACQUISITION_RECTANGLE,
            CAMERA_MAKE,
            CAMERA_MODEL,
            CAMERA_SERIAL_NUMBER,
            CAMERA_FIRMWARE_VERSION,
            CAMERA_UUID,
            CAMERA_LABEL,
            CAMERA_CCT_SETTING,
            CAMERA_TINT_SETTING,
            CAMERA_COLOR_BALANCE,
            ISO_SPEED,
            EXP_TIME,
            SHUTTER_ANGLE,
            CAPTURE_RATE,
            LENS_MAKE,
            LENS_MODEL,
            LENS_SERIAL_NUMBER,
            LENS_FIRMWARE_VERSION,
            NOMINAL_FOCAL_LENGTH,
            PINHOLE_FOCAL_LENGTH,
            EFFECTIVE_FOCAL_LENGTH,
            ENTRANCE_PUPIL_OFFSET,
            APERTURE,
            T_STOP,
            FOCUS,
            LONGITUDE,
            LATITUDE,
            ALTITUDE,
            CAP_DATE,
            UTC_OFFSET,
            OWNER,
            COMMENTS,
            SOFTWARE,
            KEY_CODE,
            TIME_CODE,
            FRAMES_PER_SECOND,
            IMAGE_COUNTER,
            REEL_NAME,
            ASC_FRAMING_DECISION_LIST,
            DWA_COMPRESSION_LEVEL,
            DEEP_IMAGE_STATE,
            ID_MANIFEST,
            MAX_SAMPLES_PER_PIXEL);

    private static final Map<String, AttributeKey<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(AttributeKey::name, Function.identity()));

    private StandardAttributes() {}

    /** All standard attributes, grouped by what they are about. */
    public static List<AttributeKey<?>> all() {
        return ALL;
    }

    /** The standard attribute of a name, empty if there is none. */
    public static Optional<AttributeKey<?>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Standard attributes that are there but of another type than the standard's, so that they mean nothing.
     *
     * @param parts the headers of a file
     * @return one finding for each, rule {@code standard attributes have the type of the standard}
     */
    public static List<Finding> check(List<Header> parts) {
        List<Finding> findings = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            for (Attribute attribute : parts.get(part).attributes()) {
                AttributeKey<?> key = BY_NAME.get(attribute.name());
                if (key != null && !key.fits(attribute.value())) {
                    findings.add(new Finding(
                            "standard attributes have the type of the standard",
                            Finding.attribute(part, key.name()),
                            sentence(key, attribute.value())));
                }
            }
        }
        return findings;
    }

    private static String sentence(AttributeKey<?> key, AttributeValue value) {
        String found = value.typeName();
        return found.equals(key.typeName())
                ? "the value is not a sound one of type " + found + ", so it is not used"
                : "the type should be " + key.typeName() + ", not " + found + ", so the value is not used";
    }

    private static AttributeKey<StringValue> text(String name, String meaning) {
        return new AttributeKey<>(name, "string", StringValue.class, meaning);
    }

    private static AttributeKey<Numbers.FloatValue> number(String name, String meaning) {
        return new AttributeKey<>(name, "float", Numbers.FloatValue.class, meaning);
    }
}
