/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of {@code docs/architecture.md}: which rooms there are and what each may import.
 *
 * @param rooms all rooms by name, in the order of the page
 * @param libraries packages by the word that stands for them
 * @param longFiles names of source files that may be long, because they are tables
 */
record RoomTable(Map<String, Room> rooms, Map<String, List<String>> libraries, List<String> longFiles) {
    static final String ROOT = "org.scenelinear";

    private static final int LAST_ENGINE_FLOOR = 4;
    private static final String ENGINE = "engine";
    private static final String EVERYWHERE = "JDK";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /**
     * One row.
     *
     * @param floor 0 at the bottom
     * @param name the first part of its packages' names
     * @param mayImport rooms and libraries as the page lists them
     */
    record Room(int floor, String name, List<String> mayImport) {
        boolean isEngine() {
            return floor <= LAST_ENGINE_FLOOR;
        }

        /** The pattern of its packages. */
        String packages() {
            return ROOT + "." + name + "..";
        }
    }

    /**
     * Reads the page.
     *
     * @throws IllegalArgumentException if a row cannot be read, names something unknown or something above itself
     */
    static RoomTable parse(String page) {
        Map<String, List<String>> libraries = new LinkedHashMap<>();
        for (List<String> row : rows(page, "| library | packages |")) {
            libraries.put(onlyName(row.get(0)), quoted(row.get(1)));
        }
        Map<String, Room> rooms = new LinkedHashMap<>();
        for (List<String> row : rows(page, "| floor | room | what lives there | may import |")) {
            Room room = new Room(Integer.parseInt(row.get(0)), onlyName(row.get(1)), quoted(row.get(3)));
            if (rooms.put(room.name(), room) != null) {
                throw new IllegalArgumentException("room " + room.name() + " has two rows");
            }
        }
        RoomTable table = new RoomTable(rooms, libraries, longFiles(page));
        table.check();
        return table;
    }

    /** The package patterns that a room's classes may depend on, its own and the JDK's among them. */
    List<String> allowedPackages(Room room) {
        List<String> allowed = new ArrayList<>(List.of(room.packages()));
        allowed.addAll(libraries.get(EVERYWHERE));
        for (String word : room.mayImport()) {
            if (libraries.containsKey(word)) {
                allowed.addAll(libraries.get(word));
            }
        }
        for (Room imported : importedRooms(room)) {
            allowed.add(imported.packages());
        }
        return allowed;
    }

    /** The room of a package, which must belong to one. */
    Room roomOf(String packageName) {
        String rest = packageName.startsWith(ROOT + ".") ? packageName.substring(ROOT.length() + 1) : "";
        Room room = rooms.get(rest.replaceFirst("\\..*", ""));
        if (room == null) {
            throw new IllegalArgumentException("package " + packageName + " belongs to no room of the page");
        }
        return room;
    }

    private List<Room> importedRooms(Room room) {
        List<Room> imported = new ArrayList<>();
        for (Room other : rooms.values()) {
            if (room.mayImport().contains(other.name())
                    || room.mayImport().contains(ENGINE) && other.isEngine() && other != room) {
                imported.add(other);
            }
        }
        return imported;
    }

    private void check() {
        if (!libraries.containsKey(EVERYWHERE)) {
            throw new IllegalArgumentException("no row for the library " + EVERYWHERE);
        }
        for (Room room : rooms.values()) {
            for (String word : room.mayImport()) {
                if (!word.equals(ENGINE) && !rooms.containsKey(word) && !libraries.containsKey(word)) {
                    throw new IllegalArgumentException("room " + room.name() + " imports the unknown " + word);
                }
            }
            for (Room imported : importedRooms(room)) {
                if (imported.floor() > room.floor()) {
                    throw new IllegalArgumentException(
                            "room " + room.name() + " imports " + imported.name() + ", which is above it");
                }
            }
            if (reachable(room).contains(room)) {
                throw new IllegalArgumentException("room " + room.name() + " imports itself in a circle");
            }
        }
    }

    private Set<Room> reachable(Room start) {
        Set<Room> seen = new LinkedHashSet<>();
        Deque<Room> open = new ArrayDeque<>(importedRooms(start));
        while (!open.isEmpty()) {
            Room room = open.pop();
            if (seen.add(room)) {
                open.addAll(importedRooms(room));
            }
        }
        return seen;
    }

    private static List<String> longFiles(String page) {
        Matcher list = Pattern.compile("listed here:\n\n((?:- .*\n)+)").matcher(page);
        if (!list.find()) {
            throw new IllegalArgumentException("no list of long files");
        }
        return quoted(list.group(1));
    }

    /** The cells of the rows below a header line, without the line of dashes. */
    private static List<List<String>> rows(String page, String header) {
        int start = page.indexOf(header + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("no table " + header);
        }
        long columns = header.chars().filter(c -> c == '|').count() - 1;
        List<List<String>> rows = new ArrayList<>();
        for (String line : page.substring(start).lines().skip(2).toList()) {
            if (!line.startsWith("|")) {
                break;
            }
            List<String> cells = new ArrayList<>();
            for (String cell : line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1)) {
                cells.add(cell.strip());
            }
            if (cells.size() != columns) {
                throw new IllegalArgumentException("a row of " + cells.size() + " cells under " + header + ": " + line);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String onlyName(String cell) {
        List<String> names = quoted(cell);
        if (names.size() != 1) {
            throw new IllegalArgumentException("one name in back quotes is needed, not: " + cell);
        }
        return names.get(0);
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
