package io.tidemark.local.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes clients up, the same ones from the same chance. */
final class People {
    static final int MANAGERS = 12;
    static final List<String> BRANCHES = List.of("SZ-01", "SZ-02", "SH-01", "BJ-01");

    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙");
    private static final List<String> SYLLABLES =
            List.of("安", "宁", "和", "明", "远", "清", "文", "嘉", "思", "雨", "诚", "乐", "欣", "博", "岚", "川");
    /** Where most clients of private banking are: around its line. */
    private static final Range USUAL = new Range(5_500_000, 9_000_000);

    private static final Range RICH = new Range(9_000_000, 11_000_000);
    private static final long YUAN = 100;
    private static final long DOLLAR = 718;

    private final RandomGenerator chance;

    People(RandomGenerator chance) {
        this.chance = chance;
    }

    List<Customer> invent(int count) {
        return IntStream.range(0, count).mapToObj(this::customer).toList();
    }

    static String branchOf(int manager) {
        return BRANCHES.get(manager % BRANCHES.size());
    }

    String name() {
        var given = any(SYLLABLES) + (chance.nextInt(3) == 0 ? "" : any(SYLLABLES));
        return any(SURNAMES) + given;
    }

    private Customer customer(int number) {
        var assets = (number % 8 == 0 ? RICH : USUAL).any(chance);
        var deposit = assets * chance.nextLong(60, 80) / 100;
        var wealth = (assets - deposit) * chance.nextLong(40, 80) / 100;
        var accounts = new ArrayList<Account>();
        accounts.add(new Account(accountId(number, 1), "DEPOSIT", "CNY", YUAN, deposit));
        accounts.add(new Account(accountId(number, 2), "WEALTH", "CNY", YUAN, wealth));
        if (number % 10 == 3) {
            accounts.add(new Account(
                    accountId(number, 3), "DEPOSIT", "USD", DOLLAR, (assets - deposit - wealth) * YUAN / DOLLAR));
        } else {
            accounts.add(new Account(accountId(number, 3), "FUND", "CNY", YUAN, assets - deposit - wealth));
        }
        return new Customer("C-" + (1001 + number), name(), chance.nextInt(MANAGERS), accounts);
    }

    private static String accountId(int client, int account) {
        return "6222029%09d%03d".formatted(1001 + client, account);
    }

    private String any(List<String> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
