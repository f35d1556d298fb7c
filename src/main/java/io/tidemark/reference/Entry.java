package io.tidemark.reference;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that the bank tells of. */
public sealed interface Entry {

    /** What it replaces an earlier entry by: no two of a kind have the same. */
    String key();

    record Client(
            String id,
            @Nullable String name,
            @Nullable String branch,
            @Nullable String locale) implements Entry {
        static Client of(Fields fields) {
            return new Client(
                    fields.id("id"),
                    fields.optionalText("name"),
                    fields.optionalId("branch"),
                    fields.optionalLocale("locale"));
        }

        @Override
        public String key() {
            return id;
        }
    }

    /** Somebody who hears of alerts. */
    record Manager(
            String id,
            String name,
            @Nullable String branch,
            @Nullable String mobile,
            String locale,
            String zone,
            boolean supervisor)
            implements Entry {
        private static final String LOCALE = "zh-CN";
        private static final String ZONE = "Asia/Shanghai";

        static Manager of(Fields fields) {
            @Nullable String locale = fields.optionalLocale("locale");
            @Nullable String zone = fields.optionalZone("zone");
            return new Manager(
                    fields.id("id"),
                    fields.text("name"),
                    fields.optionalId("branch"),
                    fields.optionalMobile("mobile"),
                    locale == null ? LOCALE : locale,
                    zone == null ? ZONE : zone,
                    fields.flag("supervisor"));
        }

        @Override
        public String key() {
            return id;
        }
    }

    record Branch(String id, String name, @Nullable String parent) implements Entry {
        static Branch of(Fields fields) {
            Branch branch = new Branch(fields.id("id"), fields.text("name"), fields.optionalId("parent"));
            if (branch.id.equals(branch.parent)) {
                throw new Rejection("parent is the branch itself; name the one above it, or none.");
            }
            return branch;
        }

        @Override
        public String key() {
            return id;
        }
    }

    /**
     * Who is responsible for a client.
     *
     * @param manager absent for nobody
     * @param from absent for "from now on"
     * @param to absent if no end is known
     */
    record Assignment(
            String client,
            @Nullable String manager,
            @Nullable Instant from,
            @Nullable Instant to) implements Entry {
        static Assignment of(Fields fields) {
            @Nullable Instant from = fields.optionalTime("validFrom", "from");
            @Nullable Instant to = fields.optionalTime("validTo", "to");
            return from == null ? fromNowOn(fields, to) : between(fields, from, to);
        }

        private static Assignment fromNowOn(Fields fields, @Nullable Instant to) {
            if (to != null) {
                throw new Rejection("validTo is there without validFrom; give both, or none for \"from now on\".");
            }
            return new Assignment(fields.id("client"), fields.idOrNull("manager"), null, null);
        }

        private static Assignment between(Fields fields, Instant from, @Nullable Instant to) {
            if (to != null && !to.isAfter(from)) {
                throw new Rejection("validTo is not after validFrom.");
            }
            return new Assignment(fields.id("client"), fields.id("manager"), from, to);
        }

        @Override
        public String key() {
            return from == null ? client : client + '\n' + from;
        }
    }

    record Bank(String code, String name, BankKind kind) implements Entry {
        static Bank of(Fields fields) {
            return new Bank(fields.id("code"), fields.text("name"), fields.oneOf("kind", BankKind.class));
        }

        @Override
        public String key() {
            return code;
        }
    }

    /** @param rate units of the base currency for one unit, a positive decimal as one writes it, without needless zeros */
    record Rate(String currency, String rate) implements Entry {
        static Rate of(Fields fields) {
            return new Rate(fields.currency("currency"), fields.positiveDecimal("rate"));
        }

        @Override
        public String key() {
            return currency;
        }
    }

    /** @param workday whether it is a weekend day that is worked on, instead of a day off */
    record Holiday(LocalDate day, String name, boolean workday) implements Entry {
        static Holiday of(Fields fields) {
            return new Holiday(fields.day("day"), fields.text("name"), fields.flag("workday"));
        }

        @Override
        public String key() {
            return day.toString();
        }
    }

    /** What another bank is to this one. */
    enum BankKind {
        OWN,
        COMPETITOR,
        PAYMENT,
        NOT_COMPETITOR
    }
}
