#include "tests/server/http/mcp/mcpharness.h"
#include "server/http/httpserver.h"
#include <QCoreApplication>
#include <QTimer>
#include <QFile>
using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    McpHarness mcp;
    HttpServer server{[&](Exchange *e) { mcp.router.dispatch(e); }};
    const auto port = server.listen(0);
    fprintf(stdout, "%d\n", int(*port)); fflush(stdout);
    // every waiting call: report progress three times, then finish (unless cancelled)
    QTimer t; size_t done = 0; int tick = 0;
    QObject::connect(&t, &QTimer::timeout, &app, [&] {
        while (done < mcp.tools.waitingCount()) {
            auto &c = mcp.tools.waiting(done);
            if (c.isCancelled()) { fprintf(stderr, "cancelled seen\n"); c.finish(tools::ToolResult::fromText(u"late"_s)); ++done; tick = 0; continue; }
            c.report({.progress = double(++tick), .total = 3, .message = u"working"_s});
            if (tick >= 5) { c.finish(tools::ToolResult::fromText(u"waited"_s)); ++done; tick = 0; }
            break;
        }
    });
    t.start(100);
    return app.exec();
}
