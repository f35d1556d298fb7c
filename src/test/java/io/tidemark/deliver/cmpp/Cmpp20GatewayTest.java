package io.tidemark.deliver.cmpp;

class Cmpp20GatewayTest extends CmppGatewayContract {
    Cmpp20GatewayTest() {
        super("2.0", 0x20);
    }
}
