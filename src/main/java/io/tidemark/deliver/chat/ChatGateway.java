package io.tidemark.deliver.chat;

import io.tidemark.bank.BranchId;
import io.tidemark.deliver.Gateway;
import io.tidemark.deliver.Message;
import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipts;
import io.tidemark.deliver.Submission;
import io.tidemark.deliver.Submission.Refused;
import io.tidemark.route.Channel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The chat as a whole: a person is spoken to in the group of the branch, or in the one for all. If there are several
 * robots for it, the first that may speak does.
 */
final class ChatGateway implements Gateway {
    private final List<Robot> robots;

    ChatGateway(List<Robot> robots) {
        this.robots = List.copyOf(robots);
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public Mono<Submission> submit(Message message) {
        return Mono.defer(() -> {
            Duration silence = null;
            for (Robot robot : robotsOf(message.to().branch())) {
                Duration wait = robot.mayNotSpeakFor();
                if (wait.isZero()) {
                    return robot.speak(message);
                }
                silence = silence == null || wait.compareTo(silence) < 0 ? wait : silence;
            }
            return Mono.just(
                    silence == null ? Refused.because(Reason.NO_ADDRESS) : new Refused(Reason.THROTTLED, silence));
        });
    }

    private List<Robot> robotsOf(@Nullable BranchId branch) {
        List<Robot> own = robots.stream().filter(each -> each.isOf(branch)).toList();
        return own.isEmpty() ? robots.stream().filter(each -> each.isOf(null)).toList() : own;
    }

    @Override
    public Mono<Void> run(Receipts receipts) {
        return Mono.never();
    }
}
