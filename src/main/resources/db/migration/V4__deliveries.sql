alter table delivery
    -- When it was due before it was put off; null if it never was.
    add column first_due_at timestamptz,
    -- How often it was handed to a gateway.
    add column tries int not null default 0,
    -- The alert's status when it was first handed over: whoever answered since may not have found it pending.
    add column status_then text,
    -- Whether it has waited because the person was looking at the feed.
    add column postponed boolean not null default false;
-- Of each severity the first: by this index alone, as the one on due_at would have to pass over all other severities.
drop index delivery_planned;
create index delivery_worst_first on delivery (channel, severity, due_at) where state = 'PLANNED';
create index delivery_of_person on delivery (recipient, channel) where state = 'PLANNED';
create index delivery_by_age on delivery ((coalesce(first_due_at, due_at))) where state = 'PLANNED';
create index delivery_to_person on delivery (recipient, delivery_id);

-- What goes to one person by one channel at once: one alert, or a digest of several.
create table message (
    message_id uuid primary key,
    seq bigint generated always as identity unique,
    recipient text not null,
    channel text not null,
    -- CLAIMED, SUBMITTING, ACCEPTED, DELIVERED, FAILED, EXPIRED, UNKNOWN
    state text not null,
    reason text,
    alert_ids uuid[] not null,
    -- Decided when it is handed to a gateway.
    text text,
    phone text,
    claimed_by text not null,
    -- Counts who had it: what an earlier claim says is no longer heard.
    claim int not null default 1,
    created_at timestamptz not null,
    -- When it first may have left; counts for the cap per phone.
    sent_at timestamptz,
    expires_at timestamptz not null,
    -- Until when it is its claimer's; null unless CLAIMED or SUBMITTING.
    lease_until timestamptz,
    -- In doubt how often, and until when a receipt is waited for before it is sent once more.
    doubts int not null default 0,
    held_until timestamptz
);
create index message_leased on message (lease_until) where lease_until is not null;
create index message_held on message (channel, held_until) where held_until is not null;
create index message_sent on message (recipient, channel, sent_at) where sent_at is not null;
create index message_of_alert on message using gin (alert_ids);
create index message_to_person on message (recipient, seq);
create index message_in_state on message (state, seq);

-- Each handing over of a message to a gateway.
create table attempt (
    message_id uuid not null references message,
    number int not null,
    gateway text not null,
    -- How many it was made into.
    parts int not null default 1,
    -- SUBMITTING, ACCEPTED, REFUSED, IN_DOUBT, FOUND (was in doubt until a receipt showed that it was accepted)
    state text not null,
    reason text,
    started_at timestamptz not null,
    ended_at timestamptz,
    primary key (message_id, number)
);
create index attempt_in_doubt on attempt (gateway, started_at) where state in ('SUBMITTING', 'IN_DOUBT', 'FOUND');

-- The parts (SMS segments) of what was accepted, by the provider's ids, and what became of them. A receipt that comes
-- before its message is known has no message yet.
create table part (
    gateway text not null,
    part text not null,
    message_id uuid,
    attempt int,
    segment int,
    -- DELIVERED, FAILED, EXPIRED, UNKNOWN; null until a receipt came
    state text,
    failure text,
    phone text,
    submitted_at timestamptz,
    received_at timestamptz,
    primary key (gateway, part)
);
create index part_of_message on part (message_id) where message_id is not null;
create index part_unclaimed on part (gateway, phone) where message_id is null;
create index part_forgotten on part (received_at) where message_id is null;
