package io.tidemark.deliver.chat;

import io.tidemark.startup.StartupProblem;
import io.tidemark.web.SafeUrl;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param chat a robot for each */
@ConfigurationProperties("tidemark.deliver")
record ChatProperties(@DefaultValue List<Group> chat) {
    ChatProperties {
        chat = List.copyOf(chat);
        require(
                chat.stream().map(Group::name).distinct().count() == chat.size(),
                "has a name twice",
                "Give each group a name of its own.");
    }

    /** In which words a chat is spoken to. */
    enum Kind {
        /** As WeCom's group robots: answers say more than their status. */
        WECOM,
        /** By a body of one's own; the status of the answer tells. */
        GENERIC
    }

    /** How WeCom shows a message; only in a text people can be called by their phone. */
    enum Format {
        TEXT,
        MARKDOWN
    }

    /**
     * A group of the chat, with the robot that speaks there.
     *
     * @param url of the robot; the key in it is a secret
     * @param branch whose people are in the group; absent if it is for all whose branch has none
     * @param perMinute how many messages the chat takes; of more it drops some without a word. Of this instance: several
     *     share what the chat allows
     */
    record Group(
            String name,
            @DefaultValue("WECOM") Kind kind,
            String url,
            @Nullable String branch,
            @DefaultValue("20") int perMinute,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue Words words) {
        Group {
            require(
                    name != null && name.matches("[a-z0-9][a-z0-9-]{0,31}"),
                    "[].name is absent or not a name",
                    "Write up to 32 lower-case letters, digits and hyphens.");
            require(
                    url != null && SafeUrl.is(url),
                    "[].url of " + name + " is absent or not safe",
                    "Write the robot's https address; http only to this machine.");
            require(
                    perMinute >= 1 && perMinute <= 10_000,
                    "[].per-minute of " + name + " is " + perMinute,
                    "Set it to 1 up to 10000, or leave it out for 20.");
            require(
                    !timeout.isNegative() && !timeout.isZero(),
                    "[].timeout of " + name + " is not positive",
                    "Set it to more, or leave it out for 10s.");
            require(
                    kind == Kind.WECOM || Generic.isTemplate(words.body()),
                    "[].words.body of " + name + " is absent, no JSON, or has no place for {text}",
                    "Write it as JSON: {\"message\":\"{text}\",\"to\":\"{phone}\"}.");
        }

        /** Without the key. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What is said.
     *
     * @param format for WECOM
     * @param body for GENERIC: JSON with the places {@code {text}}, {@code {phone}}, {@code {manager}},
     *     {@code {reference}}, {@code {severity}} and {@code {id}}
     */
    record Words(
            @DefaultValue("TEXT") Format format,
            @DefaultValue("") String body) {}

    private static void require(boolean holds, String wrong, String remedy) {
        if (!holds) {
            throw new StartupProblem("tidemark.deliver.chat" + wrong + ".", remedy);
        }
    }
}
