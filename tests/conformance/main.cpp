// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The server that the official conformance suite talks to: Fairlead's protocol and HTTP engine,
// with the suite's own tools behind them. Takes any key; prints its address as one JSON line.
#include "server/base/clock.h"
#include "server/base/ids.h"
#include "server/http/httpserver.h"
#include "server/http/mcp/mcpssetransport.h"
#include "server/http/mcp/mcpstreamabletransport.h"
#include "tests/conformance/fixtureprompts.h"
#include "tests/conformance/fixtureresources.h"
#include "tests/conformance/fixturetools.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

/** A key of any text is the key of that id; without one nobody comes in. */
class AnyKey final : public http::Authenticator
{
public:
    [[nodiscard]] Result<http::Principal> authenticate(const http::Request &request,
                                                       http::Access) override
    {
        QByteArray key = request.header("x-mcp-api-key");
        if (key.isEmpty()) // the stdio bridge has a key of its own
            key = request.header("authorization");
        if (key.isEmpty())
            return failure(ErrorCode::Unauthorized, u"The relay adds the key; go through it."_s);
        tools::Caller caller;
        caller.keyId = QString::fromLatin1(key);
        caller.userId = u"usr_conformance"_s;
        caller.access = tools::KeyAccess::Full;
        return http::Principal{.userId = caller.userId, .caller = caller};
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    tools::ChangeFeed changes;
    conformance::FixtureTools fixtureTools(changes);
    conformance::FixtureResources resources;
    conformance::FixturePrompts prompts;
    const mcp::ServerProfile profile{.tools = fixtureTools,
                                     .instructions = u"For the conformance suite."_s,
                                     .resources = &resources,
                                     .prompts = &prompts,
                                     .changes = &changes,
                                     .stateKey = randomBytes(32)};
    const SystemClock clock;
    AnyKey authenticator;
    http::Router router(authenticator);
    http::McpSseTransport sse(profile);
    http::McpStreamableTransport streamable(profile, clock);
    sse.addRoutes(router);
    streamable.addRoutes(router);
    http::HttpServer server([&](http::Exchange *exchange) { router.dispatch(exchange); });
    const auto port = server.listen(0);
    if (!port) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(port.error().message));
        return 1;
    }
    std::printf("{\"url\":\"http://127.0.0.1:%d\"}\n", int(*port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
