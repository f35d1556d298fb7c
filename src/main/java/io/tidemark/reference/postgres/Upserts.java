package io.tidemark.reference.postgres;

import io.tidemark.reference.Entry.Bank;
import io.tidemark.reference.Entry.Branch;
import io.tidemark.reference.Entry.Client;
import io.tidemark.reference.Entry.Holiday;
import io.tidemark.reference.Entry.Manager;
import io.tidemark.reference.Entry.Rate;
import java.util.List;

/** The statements for the kinds that are nothing but rows under a key. */
final class Upserts {
    /** A change of what a roster is made of makes the one that somebody holds in memory old, in the same transaction. */
    private static final String AND_THE_ROSTER = """
            , bumped as (update roster set version = version + 1 where exists (select from changed))""";

    private static final String COUNT = " select count(*) from changed";

    static final Upsert<Client> CLIENTS = new Upsert<>(
            Client.class, """
            with given as (
                select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as g (id, name, branch, locale)
            ), changed as (
                insert into client (client_id, name, branch_id, locale)
                select * from given where not exists (
                    select from client where client_id = given.id
                    and (client.name, client.branch_id, client.locale)
                        is not distinct from (given.name, given.branch, given.locale))
                on conflict (client_id) do update
                set name = excluded.name, branch_id = excluded.branch_id, locale = excluded.locale
                returning 1
            )""" + COUNT, List.of(Client::id, Client::name, Client::branch, Client::locale), false);

    static final Upsert<Manager> MANAGERS = new Upsert<>(
            Manager.class,
            """
            with given as (
                select id, name, branch, mobile, locale, zone, supervisor::boolean as supervisor
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                    as g (id, name, branch, mobile, locale, zone, supervisor)
            ), changed as (
                insert into manager (manager_id, name, branch_id, mobile, locale, zone, supervisor)
                select * from given where not exists (
                    select from manager as m where m.manager_id = given.id
                    and (m.name, m.branch_id, m.mobile, m.locale, m.zone, m.supervisor)
                        is not distinct from (given.name, given.branch, given.mobile, given.locale, given.zone,
                            given.supervisor))
                on conflict (manager_id) do update
                set name = excluded.name, branch_id = excluded.branch_id, mobile = excluded.mobile,
                    locale = excluded.locale, zone = excluded.zone, supervisor = excluded.supervisor
                returning 1
            )""" + AND_THE_ROSTER + COUNT,
            List.of(
                    Manager::id,
                    Manager::name,
                    Manager::branch,
                    Manager::mobile,
                    Manager::locale,
                    Manager::zone,
                    manager -> Boolean.toString(manager.supervisor())),
            false);

    static final Upsert<Branch> BRANCHES = new Upsert<>(
            Branch.class, """
            with given as (
                select * from unnest($1::text[], $2::text[], $3::text[]) as g (id, name, above)
            ), changed as (
                insert into branch (branch_id, name, above)
                select * from given where not exists (
                    select from branch where branch_id = given.id
                    and (branch.name, branch.above) is not distinct from (given.name, given.above))
                on conflict (branch_id) do update set name = excluded.name, above = excluded.above
                returning 1
            )""" + AND_THE_ROSTER + COUNT, List.of(Branch::id, Branch::name, Branch::parent), false);

    static final Upsert<Bank> BANKS = new Upsert<>(
            Bank.class,
            """
            with given as (
                select * from unnest($1::text[], $2::text[], $3::text[]) as g (code, name, kind)
            ), changed as (
                insert into bank (bank_code, name, kind)
                select * from given where not exists (
                    select from bank where bank_code = given.code
                    and (bank.name, bank.kind) is not distinct from (given.name, given.kind))
                on conflict (bank_code) do update set name = excluded.name, kind = excluded.kind
                returning 1
            )""" + COUNT,
            List.of(Bank::code, Bank::name, bank -> bank.kind().name()),
            false);

    static final Upsert<Rate> RATES = new Upsert<>(Rate.class, """
            with given as (
                select currency, rate::numeric as rate from unnest($1::text[], $2::text[]) as g (currency, rate)
            ), changed as (
                insert into rate (currency, rate)
                select * from given where not exists (
                    select from rate where rate.currency = given.currency and rate.rate = given.rate)
                on conflict (currency) do update set rate = excluded.rate
                returning 1
            )""" + COUNT, List.of(Rate::currency, Rate::rate), false);

    static final Upsert<Holiday> HOLIDAYS = new Upsert<>(
            Holiday.class,
            """
            with given as (
                select day::date as day, name, workday::boolean as workday
                from unnest($1::text[], $2::text[], $3::text[]) as g (day, name, workday)
            ), changed as (
                insert into holiday (day, name, workday)
                select * from given where not exists (
                    select from holiday where holiday.day = given.day
                    and (holiday.name, holiday.workday) is not distinct from (given.name, given.workday))
                on conflict (day) do update set name = excluded.name, workday = excluded.workday
                returning 1
            )""" + AND_THE_ROSTER + COUNT,
            List.of(holiday -> holiday.day().toString(), Holiday::name, holiday -> Boolean.toString(holiday.workday())),
            false);

    private Upserts() {}
}
