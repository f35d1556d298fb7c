-- What detection knows of the bank's surroundings, as it was published: each import that changes the banks or the
-- rates adds one whole edition and never alters an older one, so that any movement can be judged again as it was.
--
-- kind BANKS: a JSON array of {"code", "name", "kind"}, kind OWN, COMPETITOR, PAYMENT or NOT_COMPETITOR.
-- kind RATES: a JSON object, currency to decimal string (one unit in the policy's base currency).
-- An edition is in force for movements booked from the later of effective_from and published_at; the earliest of a
-- kind holds from the beginning of time.
create table edition (
    seq            bigint      generated always as identity primary key,
    kind           text        not null,
    effective_from timestamptz not null,
    published_at   timestamptz not null,
    document       text        not null
);

-- Publishers take turns until they commit, so that whoever sees an edition sees all with lower numbers, and "the editions
-- up to a number" always means the same. A statement's trigger, as it runs before the number is drawn.
create function publish_editions_in_turn() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(x'7469646565646974'::bigint);
    return null;
end
$$;
create trigger editions_in_turn before insert on edition
    for each statement execute function publish_editions_in_turn();

-- The newest edition (edition.seq) a partition's fold may judge with; changed only together with a checkpoint.
alter table partition_progress add column edition bigint not null default 0;
