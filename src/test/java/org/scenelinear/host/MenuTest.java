/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scenelinear.agx.PresetField;
import org.scenelinear.command.Recipes;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scijava.Context;
import org.scijava.MenuEntry;
import org.scijava.command.Command;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

/** The two lists of menu entries, SciJava's annotations and ImageJ's plugins.config, and the dialogs behind them. */
class MenuTest {
    private static final String HOME = "Plugins>SceneLinear";
    private static final Pattern LINE =
            Pattern.compile("([^,\"]+), \"([^\"]+)\", org\\.scenelinear\\.host\\.PlainImageJ\\(\"([\\w.]+)\"\\)");

    private record Entry(String menu, String label, String commandClass) {}

    /** What the entries of the plugin's own menu are called and take, each once. */
    static List<Signature> signatures() throws Exception {
        List<Signature> signatures = new ArrayList<>();
        for (Entry entry : entries()) {
            if (entry.menu().equals(HOME)) {
                signatures.add(command(entry.commandClass()).signature());
            }
        }
        return signatures;
    }

    @Test
    void everySciJavaCommandStandsInPlainImageJsMenuAtTheSamePlaceAndTheOtherWayRound() throws Exception {
        Set<String> sciJava = new TreeSet<>();
        try (Context context = new Context(PluginService.class)) {
            for (PluginInfo<Command> info : context.service(PluginService.class).getPluginsOfType(Command.class)) {
                if (info.getClassName().startsWith("org.scenelinear.")) {
                    sciJava.add(info.getClassName());
                    List<String> path =
                            info.getMenuPath().stream().map(MenuEntry::getName).toList();
                    assertEquals(HOME, String.join(">", path.subList(0, path.size() - 1)), info.getClassName());
                }
            }
        }
        Set<String> plain = new TreeSet<>();
        for (Entry entry : entries()) {
            if (entry.menu().equals(HOME)) {
                assertTrue(plain.add(entry.commandClass()), entry.commandClass() + " stands twice");
            }
        }
        assertFalse(plain.isEmpty());
        assertEquals(plain, sciJava);
    }

    @Test
    void theLabelInTheMenuIsTheOneMacrosAndRecipesUse() throws Exception {
        try (Context context = new Context(PluginService.class)) {
            for (Entry entry : entries()) {
                Signature signature = command(entry.commandClass()).signature();
                String annotated = context.service(PluginService.class)
                        .getPlugin(entry.commandClass())
                        .getMenuPath()
                        .getLeaf()
                        .getName();
                assertEquals(signature.label(), annotated);
                if (entry.menu().equals(HOME)) {
                    assertEquals(signature.label(), entry.label());
                }
            }
        }
    }

    @Test
    void labelsDifferFromEachOtherAndFromImageJsOwn() throws Exception {
        Set<String> labels = new HashSet<>();
        Matcher own = Pattern.compile("\"([^\"]+)\"").matcher(text(IJ.class.getResourceAsStream("/IJ_Props.txt")));
        while (own.find()) {
            labels.add(own.group(1));
        }
        assertTrue(labels.contains("Gaussian Blur..."), "ImageJ's own labels were found");
        for (Entry entry : entries()) {
            assertTrue(labels.add(entry.label()), entry.label());
        }
    }

    @Test
    void keysAreTheSciJavaInputsAndEachStandsOnce() throws Exception {
        for (Entry entry : entries()) {
            MenuCommand command = command(entry.commandClass());
            List<String> inputs = new ArrayList<>();
            for (Field field : command.getClass().getDeclaredFields()) {
                org.scijava.plugin.Parameter input = field.getAnnotation(org.scijava.plugin.Parameter.class);
                if (input != null) {
                    inputs.add(field.getName());
                    assertFalse(input.persist(), field + " must not remember what changes pixels");
                    assertFalse(input.required(), field + " is checked by the command, in every host alike");
                }
            }
            List<String> keys = command.signature().parameters().stream()
                    .map(Parameter::key)
                    .toList();
            List<String> fields = keys.stream()
                    .filter(key -> !PresetField.all().containsKey(key))
                    .toList();
            assertEquals(inputs, fields, entry.label());
            assertEquals(keys.size(), new HashSet<>(keys).size(), entry.label());
        }
    }

    @Test
    void everyDefaultIsAnAllowedValueAndEveryParameterIsExplained() throws Exception {
        for (Entry entry : entries()) {
            for (Parameter parameter : command(entry.commandClass()).signature().parameters()) {
                if (parameter.defaultValue().isPresent()) {
                    String value = parameter.defaultValue().get();
                    assertEquals(value, parameter.read(value), entry.label() + " " + parameter.key());
                }
                for (String choice : parameter.choices()) {
                    assertEquals(choice, parameter.read(choice), entry.label() + " " + parameter.key());
                }
                assertTrue(parameter.help().endsWith("."), entry.label() + " " + parameter.key());
            }
        }
    }

    @Test
    void everyOperationOfTheCatalogHasAMenuEntry() throws Exception {
        Set<Signature> inMenu = new HashSet<>();
        for (Entry entry : entries()) {
            inMenu.add(command(entry.commandClass()).signature());
        }
        assertTrue(inMenu.containsAll(Recipes.all()));
    }

    private static MenuCommand command(String name) throws ReflectiveOperationException {
        return Class.forName(name)
                .asSubclass(MenuCommand.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : text(MenuTest.class.getResourceAsStream("/plugins.config"))
                .lines()
                .toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Matcher matcher = LINE.matcher(line);
                assertTrue(matcher.matches(), line);
                entries.add(new Entry(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        return entries;
    }

    private static String text(InputStream resource) throws IOException {
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
