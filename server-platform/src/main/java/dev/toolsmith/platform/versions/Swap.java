package dev.toolsmith.platform.versions;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A move of apps to other versions.
 *
 * @param at when
 * @param rows what is known of all versions that were served or kept so far
 * @param before what was served in this process; empty at its start
 * @param after what is to be served, by app
 */
record Swap(Instant at, List<AppVersionRow> rows, List<AppVersion> before, Map<String, AppVersion> after) {

    /** The audit trail's name for it. */
    static final String KIND = "bundle.changed";

    /** The rows that it changes, as they become. */
    List<AppVersionRow> changed() {
        List<AppVersionRow> changed = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (AppVersionRow row : rows) {
            known.add(row.app() + " " + row.digest());
            boolean isNewest = Optional.ofNullable(after.get(row.app()))
                    .filter(version -> version.digest().equals(row.digest()))
                    .isPresent();
            if (isNewest != row.newest()) {
                changed.add(row.asNewest(isNewest));
            }
        }
        for (AppVersion version : after.values()) {
            if (!known.contains(version.app() + " " + version.digest())) {
                String words = version.version().version();
                changed.add(new AppVersionRow(version.app(), version.digest(), words, at, true, Optional.empty()));
            }
        }
        return changed;
    }

    /** One event for each app that it moves; none when nothing was known before. */
    List<AuditEvent> events() {
        List<AuditEvent> events = new ArrayList<>();
        if (rows.isEmpty()) {
            return events;
        }
        Map<String, AppVersionRow> old = new TreeMap<>();
        rows.stream().filter(AppVersionRow::newest).forEach(row -> old.put(row.app(), row));
        Set<String> apps = new TreeSet<>(old.keySet());
        apps.addAll(after.keySet());
        for (String app : apps) {
            Optional<AppVersionRow> was = Optional.ofNullable(old.get(app));
            Optional<AppVersion> is = Optional.ofNullable(after.get(app));
            if (!was.map(AppVersionRow::digest).equals(is.map(AppVersion::digest))) {
                events.add(event(app, was, is));
            }
        }
        return events;
    }

    private AuditEvent event(String app, Optional<AppVersionRow> was, Optional<AppVersion> is) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("app", app);
        was.ifPresent(row -> {
            detail.put("before", row.digest());
            detail.put("version_before", row.version());
        });
        is.ifPresent(version -> {
            detail.put("after", version.digest());
            detail.put("version_after", version.version().version());
        });
        before.stream()
                .filter(version -> version.app().equals(app))
                .findFirst()
                .ifPresentOrElse(version -> count(names(Optional.of(version)), names(is), detail), () -> {
                    if (was.isEmpty()) {
                        count(Set.of(), names(is), detail);
                    }
                });
        return AuditEvent.change(at, KIND, new Subject("", "", "", "", Actor.SYSTEM.id(), ""), detail);
    }

    private static void count(Set<String> old, Set<String> now, Map<String, String> detail) {
        detail.put(
                "tools_added",
                Long.toString(now.stream().filter(name -> !old.contains(name)).count()));
        detail.put(
                "tools_removed",
                Long.toString(old.stream().filter(name -> !now.contains(name)).count()));
    }

    private static Set<String> names(Optional<AppVersion> version) {
        Set<String> names = new HashSet<>();
        version.ifPresent(
                one -> one.tools().tools().stream().map(ToolDescriptor::name).forEach(names::add));
        return names;
    }
}
