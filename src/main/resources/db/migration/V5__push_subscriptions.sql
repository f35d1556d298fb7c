-- A browser, or an app on a phone, that may be pushed to.
create table push_subscription (
    subscription_id uuid primary key,
    manager_id text not null,
    -- Belongs to one browser: whoever subscribes with it next has it.
    endpoint text not null unique,
    p256dh text not null,
    auth text not null,
    created_at timestamptz not null,
    -- When the browser last said that it is still there.
    confirmed_at timestamptz not null,
    last_used_at timestamptz,
    -- How many messages in a row were not taken.
    failed int not null default 0
);
create index push_subscription_of_manager on push_subscription (manager_id, confirmed_at);
