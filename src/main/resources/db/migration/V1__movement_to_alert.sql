-- Where the fold of a partition stands, who may write for it, and how many records had which outcome so far.
create table partition_progress (
    topic text not null,
    partition int not null,
    epoch bigint not null,
    next_offset bigint not null,
    found_up_to bigint not null,
    applied bigint not null,
    stale bigint not null,
    parked bigint not null,
    primary key (topic, partition)
);

-- The fold's state of a client as of partition_progress.next_offset.
create table client_state (
    topic text not null,
    partition int not null,
    client_id text not null,
    state bytea not null,
    primary key (topic, partition, client_id)
);

-- Every finding, the suppressed ones included; of one client in the order in which they were found.
create table finding (
    seq bigint generated always as identity primary key,
    topic text not null,
    partition int not null,
    source_offset bigint not null,
    cause text not null,
    ordinal int not null,
    movement_id text not null,
    client_id text not null,
    rule text not null,
    qualifier text not null,
    severity text not null,
    suppressed boolean not null,
    unique (topic, partition, source_offset, cause, ordinal)
);
create index finding_of_client on finding (client_id, seq);

-- Alerts as they stand now; document is the whole alert, the columns are what is filtered by.
create table alert (
    alert_id uuid primary key,
    seq bigint generated always as identity unique,
    client_id text not null,
    branch text,
    manager text,
    rule text not null,
    severity text not null,
    status text not null,
    document text not null
);
create index alert_of_client on alert (client_id, seq);

-- What happened to alerts, as it stood when it happened. The relay gives each committed row the next position.
create table feed (
    seq bigint generated always as identity primary key,
    position bigint unique,
    alert_id uuid not null references alert,
    kind text not null,
    document text not null,
    recorded_at timestamptz not null default now()
);
create index feed_without_position on feed (seq) where position is null;
create index feed_of_alert on feed (alert_id, seq);

-- Every version of the policy, as it was published.
create table policy (
    version int primary key,
    effective_from timestamptz not null,
    published_at timestamptz not null,
    document text not null
);
