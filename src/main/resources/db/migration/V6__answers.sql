-- What was answered to whoever gave a key with their request, so that sending it again does nothing again.
create table answer (
    actor text not null,
    key text not null,
    request text not null,
    version int,
    body text,
    created_at timestamptz not null,
    primary key (actor, key)
);
create index answer_by_age on answer (created_at);

-- Whether the other alerts of its episode have been told what this one means for them.
alter table alert
    add column heard boolean not null default false;
