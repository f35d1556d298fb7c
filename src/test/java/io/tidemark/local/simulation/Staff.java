package io.tidemark.local.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The invented bank's branches and the people in them: managers and a supervisor in each branch, and above the branches
 * regions with a head each. Their mobiles are of a range that no network has.
 */
final class Staff {
    private static final long NAMES = 7;
    private static final int FIRST_MANAGER = 11;
    private static final List<Place> REGIONS = List.of(
            new Place("R-SOUTH", "华南区", "HQ"), new Place("R-EAST", "华东区", "HQ"), new Place("R-NORTH", "华北区", "HQ"));
    private static final List<Place> BRANCHES = List.of(
            new Place("SZ-01", "深圳福田支行", "R-SOUTH"),
            new Place("SZ-02", "深圳南山支行", "R-SOUTH"),
            new Place("SH-01", "上海浦东支行", "R-EAST"),
            new Place("BJ-01", "北京朝阳支行", "R-NORTH"));

    private final People names = new People(new SplittableRandom(NAMES));
    private final List<Map<String, Object>> staff = new ArrayList<>();

    private record Place(String id, String name, String above) {}

    private Staff() {
        IntStream.range(0, People.MANAGERS)
                .forEach(manager -> join(managerId(manager), People.branchOf(manager), false));
        BRANCHES.forEach(branch -> join("S-" + branch.id(), branch.id(), true));
        REGIONS.forEach(region -> join("S-" + region.id(), region.id(), true));
    }

    static Stream<?> members() {
        return new Staff().staff.stream();
    }

    static Stream<?> branches() {
        return Stream.of(
                        Stream.of(Map.of("id", "HQ", "name", "潮信银行总行")),
                        REGIONS.stream().map(Staff::branch),
                        BRANCHES.stream().map(Staff::branch))
                .flatMap(all -> all);
    }

    static String managerId(int manager) {
        return "M-" + (FIRST_MANAGER + manager);
    }

    private static Map<String, ?> branch(Place place) {
        return Map.of("id", place.id(), "name", place.name(), "parent", place.above());
    }

    private void join(String id, String branch, boolean supervisor) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("id", id);
        member.put("name", names.name());
        member.put("branch", branch);
        member.put("mobile", "+86100000000%02d".formatted(staff.size() + 1));
        member.put("locale", "zh-CN");
        member.put("zone", "Asia/Shanghai");
        member.put("supervisor", supervisor);
        staff.add(member);
    }
}
