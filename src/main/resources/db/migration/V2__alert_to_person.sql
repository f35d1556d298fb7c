-- An alert's life goes on after it was raised; document stays the whole of it.
alter table alert
    add column version int not null default 1,
    add column episode uuid,
    -- Opens the alert; short enough for an SMS.
    add column code text,
    -- When the router must look at it; null if only something that happens matters.
    add column look_at timestamptz;
create index alert_of_episode on alert (episode) where episode is not null;
create index alert_by_code on alert (code);
create index alert_to_look_at on alert (look_at) where look_at is not null;

-- What happened to an alert, for people to read: from its detection to its end.
create table timeline (
    seq bigint generated always as identity primary key,
    alert_id uuid not null references alert,
    at timestamptz not null,
    kind text not null,
    -- Who did it, or whom it was done to; null for what happened by itself.
    person text,
    details text not null
);
create index timeline_of_alert on timeline (alert_id, seq);

-- Who must be told of what by which channel: planned by the router, carried out by the dispatcher.
create table delivery (
    delivery_id bigint generated always as identity primary key,
    alert_id uuid not null references alert,
    recipient text not null,
    channel text not null,
    step int not null,
    role text not null,
    severity text not null,
    due_at timestamptz not null,
    -- PLANNED, CLAIMED, SUBMITTING, ACCEPTED, DELIVERED, FAILED, EXPIRED, UNKNOWN
    state text not null default 'PLANNED',
    reason text,
    message_id uuid,
    unique (alert_id, recipient, channel, step)
);
create index delivery_planned on delivery (due_at) where state = 'PLANNED';
create index delivery_pending on delivery (alert_id) where state in ('PLANNED', 'CLAIMED');
create index delivery_of_message on delivery (message_id) where message_id is not null;

-- Who works for the bank and where. What is imported again replaces what was there under the same key.
create table branch (
    branch_id text primary key,
    name text not null,
    above text
);
create table manager (
    manager_id text primary key,
    name text not null,
    branch_id text,
    mobile text,
    locale text not null,
    zone text not null,
    supervisor boolean not null
);
create index manager_of_branch on manager (branch_id);
create table client (
    client_id text primary key,
    name text,
    branch_id text,
    locale text
);
-- Of the assignments of a client that are valid at a moment, the one that began last holds.
create table assignment (
    client_id text not null,
    manager_id text not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    primary key (client_id, valid_from)
);
create index assignment_of_manager on assignment (manager_id);
create table bank (
    bank_code text primary key,
    name text not null,
    -- OWN, COMPETITOR, PAYMENT, NOT_COMPETITOR
    kind text not null
);
create table rate (
    currency text primary key,
    rate numeric not null
);
create table holiday (
    day date primary key,
    name text not null,
    -- A weekend day that is worked on.
    workday boolean not null
);

-- What people have set for themselves.
create table personal_settings (
    manager_id text primary key,
    quiet_from time,
    quiet_to time,
    -- JSON: severity to an ordered list of {"channel","headStart"}.
    channels text not null default '{}'
);
create table absence (
    absence_id uuid primary key,
    manager_id text not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    delegate_id text not null
);
create index absence_of_manager on absence (manager_id, to_at);

-- One row, counted up in the same transaction with each change of branch, manager, holiday, personal_settings or absence:
-- whoever holds a roster in memory sees whether it is still true.
create table roster (
    version bigint not null
);
insert into roster values (0);
