package assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Addresses are of the blocks for documentation (RFC 5737, RFC 3849) and the name is reserved. */
@Timeout(120)
class NoNetworkTest {

  @Test
  void loopbackWorksAndIsNoAttempt() {
    NoNetwork.Isolated isolated = NoNetwork.run(Command.java(Probe.class, "loopback"));
    assertThat(isolated.expectNoAttempt().expectExit(0).out()).isEqualTo("connected true\n");
  }

  @Test
  void anAttemptShowsEvenWhereTheProgramKeepsQuiet() {
    NoNetwork.require();
    for (String host : new String[] {"192.0.2.1", "2001:db8::1", "assay.invalid"}) {
      NoNetwork.Isolated isolated = NoNetwork.run(Command.java(Probe.class, "connect", host));
      assertThat(isolated.finished().out()).isEqualTo("quietly gave up\n");
      assertThat(isolated.attempts()).as(host).isNotEmpty();
      assertThatThrownBy(isolated::expectNoAttempt)
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("reached beyond loopback: [");
    }
  }

  @Test
  void theExitCodeAndTheWordsOfTheCommandStay() {
    Finished finished =
        NoNetwork.run(Command.of("sh", "-c", "echo \"$1\"; exit 7", "sh", "a  b'$X"))
            .expectNoAttempt();
    assertThat(finished.exitCode()).isEqualTo(7);
    assertThat(finished.out()).isEqualTo("a  b'$X\n");
  }

  @Test
  void aTraceSeesAddressesWithinANamespace() {
    NoNetwork.Isolated probe = NoNetwork.run(Command.of("strace", "-f", "true"));
    Assumptions.assumeTrue(
        probe.finished().exitCode() == 0, "strace is not installed or not permitted");
    Command connect = Command.java(Probe.class, "connect", "192.0.2.1");
    NoNetwork.Isolated isolated = NoNetwork.traced(connect.behind(List.of("unshare", "-rn")));
    assertThat(isolated.attempts()).contains("192.0.2.1 port 80");
  }

  @Test
  void anEndpointCanServeInTheSameNamespace() {
    Command client = Command.java(Probe.class, "models", "{base}/models");
    NoNetwork.Isolated isolated = NoNetwork.run(EndpointMain.beside(client, "--latency-ms", "1"));
    assertThat(isolated.expectNoAttempt().expectExit(0).out()).contains("\"id\":\"bench\"");
    Command failing = Command.of("sh", "-c", "exit 9");
    assertThat(NoNetwork.run(EndpointMain.beside(failing)).finished().exitCode()).isEqualTo(9);
  }

  @Test
  void countersOfTheKernelAreRead() {
    String quiet =
        """
        Ip: Forwarding DefaultTTL OutRequests OutNoRoutes
        Ip: 1 64 9 0
        Udp: InDatagrams NoPorts
        Udp: 3 0
        Ip6OutNoRoutes                  \t0
        """;
    assertThat(NoNetwork.readCounters(quiet)).isEmpty();
    String loud = quiet.replace("9 0", "9 5").replace("3 0", "3 2").replace("\t0", "\t4");
    assertThat(NoNetwork.readCounters(loud))
        .containsExactly(
            "5 IPv4 packets without a way out",
            "4 IPv6 packets without a way out",
            "2 datagrams to a loopback port where nobody listens (a name server?)");
    assertThatThrownBy(() -> NoNetwork.readCounters("nothing"))
        .hasMessage("no counters of 'Ip' in /proc/net/snmp:\nnothing");
  }

  @Test
  void callsInATraceAreRead() {
    String trace =
        """
        7 connect(5, {sa_family=AF_UNIX, sun_path="/run/nscd/socket"}, 110) = -1 ENOENT
        7 connect(5, {sa_family=AF_INET, sin_port=htons(8077), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
        7 connect(5, {sa_family=AF_INET6, sin6_port=htons(8077), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0
        7 connect(5, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::ffff:192.0.2.7", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH
        8 sendto(5, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 1
        8 sendto(5, "x", 1, 0, NULL, 0) = 1
        """;
    assertThat(NoNetwork.readCalls(trace))
        .containsExactly("::ffff:192.0.2.7 port 443", "127.0.0.53 port 53");
  }
}
