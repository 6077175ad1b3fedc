import { expect } from "chai";
import { packetHtml } from "../../review/html";
import { packet, server, update } from "../support/made-up-packet";

describe("a packet as a page", () => {
  it("loads nothing, runs nothing, and shows what evidence says as text", () => {
    const page = packetHtml(packet(), null);
    expect(page).to.match(/Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri/u);
    expect(page).not.to.match(/<script|<link|\bsrc=|https?:\/\/(?!www\.w3\.org)/u);
    expect(page).to.contain("i-3 (&lt;b&gt;&amp;|)").and.not.to.contain("<b>&|");
  });

  it("has every server of every update, each set of them once", () => {
    const servers = Array.from({ length: 40 }, (_, place) =>
      server({ server: `i-${String(place).padStart(2, "0")}`, name: null }),
    );
    const places = servers.map((_, place) => place);
    const updates = [
      update({ servers: places }),
      update({ id: "b.amd64", servers: places }),
      update({ id: "c.amd64", servers: places.slice(1) }),
    ];
    const page = packetHtml(packet({ servers, untold: [], updates }), null);
    expect(page.match(/<a href="#set-1">40 servers<\/a>/gu)).to.have.length(2);
    expect(page.match(/<a href="#set-2">39 servers<\/a>/gu)).to.have.length(1);
    expect(page.match(/id="set-\d+"/gu)).to.deep.equal(['id="set-1"', 'id="set-2"']);
    for (const { server: id } of servers.slice(1)) expect(page.split(id).length - 1, id).to.equal(3);
  });

  it("puts the servers that nothing is known of before every package", () => {
    const page = packetHtml(packet(), null);
    expect(page.indexOf('id="untold"')).to.be.greaterThan(0).and.lessThan(page.indexOf('id="severity-0"'));
    expect(page.indexOf('id="severity-0"')).to.be.lessThan(page.indexOf('id="severity-1"'));
  });

  it("names the servers whose system has ended before every package, and has no such part where there are none", () => {
    const page = packetHtml(packet({ servers: [server({ ended: "2025-05-31" }), server(), server()], ended: [0] }), null);
    expect(page).to.contain("Servers whose system has ended: 1").and.to.contain('<td class="text">2025-05-31</td>');
    expect(page.indexOf('id="ended"'))
      .to.be.greaterThan(page.indexOf('id="untold"'))
      .and.lessThan(page.indexOf('id="severity-0"'));
    expect(packetHtml(packet(), null)).to.not.contain('id="ended"');
  });
});
