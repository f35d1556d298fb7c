package io.tidemark.local.sms;

import com.zx.sms.codec.cmpp.msg.CmppActiveTestRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppDeliverRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppTerminateRequestMessage;
import com.zx.sms.connect.manager.EndpointConnector;
import com.zx.sms.connect.manager.EndpointManager;
import com.zx.sms.connect.manager.cmpp.CMPPServerChildEndpointEntity;
import com.zx.sms.connect.manager.cmpp.CMPPServerEndpointEntity;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A CMPP gateway on a free port of 127.0.0.1: the server of {@code sms-core}, one account, and a {@link CmppConduct} that
 * says how it answers. Keeps what it was sent.
 */
public final class CmppPeer implements AutoCloseable {
    private static final short MOST_CONNECTIONS = 8;
    private static final short IDLE_SECONDS = 30;
    private static final int WINDOW = 1_000;

    private final CMPPServerEndpointEntity server = new CMPPServerEndpointEntity();
    private final CMPPServerChildEndpointEntity account = new CMPPServerChildEndpointEntity();
    private final CmppConduct conduct = new CmppConduct();
    private final int port;

    private CmppPeer(int version, int port, String user, String secret) {
        String id = UUID.randomUUID().toString();
        serve(id, port);
        account(id, version, user, secret);
        server.addchild(account);
        this.port = open();
    }

    /** @param version 0x20 or 0x30 */
    public static CmppPeer listening(int version, String user, String secret) {
        return new CmppPeer(version, 0, user, secret);
    }

    /** As {@link #listening(int, String, String)}, where another one has been. */
    public static CmppPeer listening(int version, int port, String user, String secret) {
        return new CmppPeer(version, port, user, secret);
    }

    private void serve(String id, int onPort) {
        server.setId("server-" + id);
        server.setHost("127.0.0.1");
        server.setPort(onPort);
        server.setValid(true);
        server.setUseSSL(false);
    }

    private void account(String id, int version, String user, String secret) {
        account.setId("account-" + id);
        account.setGroupName("test");
        account.setChartset(StandardCharsets.UTF_8);
        account.setUserName(user);
        account.setPassword(secret);
        account.setVersion((short) version);
        account.setValid(true);
        account.setMaxChannels(MOST_CONNECTIONS);
        account.setIdleTimeSec(IDLE_SECONDS);
        account.setWindow(WINDOW);
        account.setMaxRetryCnt((short) 1);
        account.setReSendFailMsg(false);
        account.setBusinessHandlerSet(new ArrayList<>(List.of(conduct)));
    }

    private int open() {
        try {
            EndpointConnector<?> connector = server.getSingletonConnector();
            return ((InetSocketAddress) connector.open().sync().channel().localAddress()).getPort();
        } catch (Exception failure) {
            throw new IllegalStateException("The CMPP gateway cannot listen.", failure);
        }
    }

    public int port() {
        return port;
    }

    /** How it behaves, and what it was sent. */
    public CmppConduct conduct() {
        return conduct;
    }

    public int connections() {
        return channels().length;
    }

    /** Cuts all connections, as a fallen cable would. */
    public void drop() {
        for (Channel channel : channels()) {
            Written.close(channel);
        }
    }

    /** Asks whether the other side is there. */
    public void test() {
        for (Channel channel : channels()) {
            Written.to(channel, new CmppActiveTestRequestMessage());
        }
    }

    /** Brings a message that somebody wrote on a phone. */
    public void bring(String from, String text) {
        for (Channel channel : channels()) {
            CmppDeliverRequestMessage message = new CmppDeliverRequestMessage();
            message.setSrcterminalId(from);
            message.setMsgContent(text);
            Written.to(channel, message);
        }
    }

    /** Says goodbye. */
    public void terminate() {
        for (Channel channel : channels()) {
            Written.to(channel, new CmppTerminateRequestMessage());
        }
    }

    private Channel[] channels() {
        return account.getSingletonConnector().getallChannel();
    }

    @Override
    public void close() {
        try {
            server.getSingletonConnector().close();
            account.getSingletonConnector().close();
        } catch (Exception failure) {
            throw new IllegalStateException("The CMPP gateway cannot be closed.", failure);
        }
        EndpointManager.INS.remove(account.getId());
    }
}
